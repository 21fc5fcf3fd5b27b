package io.github.kisfutures.analytics.alerts;

import static io.github.kisfutures.analytics.alerts.AlertFixture.basis;
import static io.github.kisfutures.analytics.alerts.AlertFixture.silence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertRuleTest {
  private static AlertRule silent(Condition condition, String threshold, String clear, int bars) {
    return new AlertRule(
        "quiet",
        AlertMetric.SILENCE,
        Set.of(),
        Duration.ZERO,
        condition,
        new BigDecimal(threshold),
        new BigDecimal(clear),
        bars,
        Severity.INFO);
  }

  @Test
  void rulesThatDifferInTheScaleOfTheirThresholdsAreTheSame() {
    assertThat(basis("b", Condition.GREATER, "400", "300.00", 1))
        .isEqualTo(basis("b", Condition.GREATER, "400.0000", "3e2", 1));
  }

  @Test
  void aClearThresholdBeyondTheThresholdIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> basis("b", Condition.GREATER, "400", "400.5", 1))
        .withMessage(
            "with 'condition: >' the clear-threshold cannot be beyond the threshold (400.5 and 400)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> basis("b", Condition.LESS, "-100", "-200", 1))
        .withMessageContaining("(-200 and -100)");
  }

  @Test
  void thresholdsOutsideTheColumnAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> basis("b", Condition.GREATER, "0.00001", "0", 1))
        .withMessageContaining("'threshold: 0.00001' is out of range");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> basis("b", Condition.GREATER, "1e20", "0", 1))
        .withMessageContaining("out of range");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> basis("b", Condition.FARTHER_FROM_ZERO, "1", "-1", 1))
        .withMessage("'condition: abs>' needs thresholds of 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> basis("b", Condition.GREATER, "1", "1", 0))
        .withMessageContaining("'for: 0'");
  }

  @Test
  void silenceIsATimeInTheContinuousSessionOnly() {
    assertThat(silence("quiet", 24_600).threshold()).isEqualByComparingTo("24600");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> silence("quiet", 24_601))
        .withMessageContaining("from 1 s to 410 min");
    assertThatIllegalArgumentException().isThrownBy(() -> silence("quiet", 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> silent(Condition.GREATER, "1.5", "1.5", 1))
        .withMessageContaining("whole seconds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> silent(Condition.LESS, "60", "60", 1))
        .withMessageContaining("not '<'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> silent(Condition.GREATER, "60", "30", 1))
        .withMessageContaining("leave 'clear-threshold' out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> silent(Condition.AT_LEAST, "60", "60", 2))
        .withMessageContaining("leave 'for' out");
  }

  @Test
  void twoRulesOfANameAreRefused() {
    AlertRule rule = silence("quiet", 60);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AlertRules(List.of(rule, rule)))
        .withMessage("two rules are named 'quiet'");
  }
}
