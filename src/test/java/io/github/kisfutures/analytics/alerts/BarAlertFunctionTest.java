package io.github.kisfutures.analytics.alerts;

import static io.github.kisfutures.analytics.alerts.AlertFixture.basis;
import static io.github.kisfutures.analytics.bars.BarFixture.bar;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.analytics.bars.BarColumns;
import io.github.kisfutures.analytics.bars.BarFixture;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BarAlertFunctionTest {
  private static final AlertRule WIDE = basis("wide", Condition.FARTHER_FROM_ZERO, "400", "300", 2);

  private KeyedBroadcastOperatorTestHarness<String, Bar, AlertRules, Alert> harness;

  private void start(List<AlertRule> rules, @Nullable OperatorSubtaskState state) throws Exception {
    harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new BarAlertFunction(new AlertRules(rules)), List.of(RulesInForce.STATE)),
            Bar::contract,
            Types.STRING,
            1,
            1,
            0);
    harness.setup(new AlertSerializer());
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
  }

  private void start(AlertRule... rules) throws Exception {
    start(List.of(rules), null);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void send(BarFixture fixture) throws Exception {
    Bar bar = fixture.build();
    harness.processElement(bar, bar.windowEnd().toEpochMilli() - 1);
  }

  private List<String> rows() {
    return harness.extractOutputValues().stream()
        .map(
            alert ->
                "%s %s %s %s since %s"
                    .formatted(
                        alert.rule(),
                        alert.contract(),
                        alert.state(),
                        alert.value(),
                        alert.id().substring(alert.id().indexOf('T') + 1).substring(0, 8)))
        .toList();
  }

  @Test
  void isRaisedOnceWhenTheConditionHasHeldForSoManyBarsAndClearedOnce() throws Exception {
    start(WIDE);
    send(bar().to("09:01:00").basis("401.00"));
    send(bar().to("09:02:00").basis("400.00")); // not beyond: the count begins anew
    send(bar().to("09:03:00").basis("-401.00"));
    assertThat(rows()).isEmpty();
    send(bar().to("09:05:00").basis("500.00")); // no bar at 09:04: nothing traded
    send(bar().to("09:06:00").basis("600.00"));
    send(bar().to("09:07:00").basis("301.00")); // between the thresholds
    send(bar().to("09:08:00").basis("-300.00"));
    send(bar().to("09:09:00").basis("0.00"));

    assertThat(rows())
        .containsExactly(
            "wide 111V06 RAISED 500.0000 since 09:05:00",
            "wide 111V06 CLEARED -300.0000 since 09:05:00");
  }

  @Test
  void theCountBeginsAnewAfterAnAlert() throws Exception {
    start(WIDE);
    send(bar().to("09:01:00").basis("401.00"));
    send(bar().to("09:02:00").basis("401.00"));
    send(bar().to("09:03:00").basis("0.00"));
    send(bar().to("09:04:00").basis("401.00"));
    assertThat(rows()).hasSize(2);
    send(bar().to("09:05:00").basis("401.00"));

    assertThat(rows()).hasSize(3).endsWith("wide 111V06 RAISED 401.0000 since 09:05:00");
  }

  @Test
  void aBarWithoutAValueInterruptsTheCountAndEndsNothing() throws Exception {
    start(WIDE);
    send(bar().to("09:01:00").basis("401.00"));
    send(bar().to("09:02:00").basis(null));
    send(bar().to("09:03:00").basis("401.00"));
    assertThat(rows()).isEmpty();
    send(bar().to("09:04:00").basis("401.00"));
    send(bar().to("09:05:00").basis(null));
    send(bar().to("09:06:00").basis("401.00"));

    assertThat(rows()).containsExactly("wide 111V06 RAISED 401.0000 since 09:04:00");
  }

  @Test
  void barsOutsideOfTheHoursNeitherRaiseNorClearNorInterrupt() throws Exception {
    start(
        new AlertRule(
            "wide",
            AlertMetric.of(BarColumns.BASIS_CLOSE),
            Set.of(),
            Duration.ofMinutes(1),
            Condition.GREATER,
            new BigDecimal(400),
            new BigDecimal(400),
            2,
            Severity.WARNING,
            Hours.parse("09:00-09:03")));
    send(bar().to("09:00:00").basis("500.00")); // before
    send(bar().to("09:01:00").basis("500.00"));
    assertThat(rows()).isEmpty();
    send(bar().to("09:03:00").basis("500.00")); // its window ends with the hours
    send(bar().to("09:04:00").basis("0.00"));

    assertThat(rows()).containsExactly("wide 111V06 RAISED 500.0000 since 09:03:00");
  }

  @Test
  void contractsAndWindowsAreCountedApart() throws Exception {
    AlertRule one =
        new AlertRule(
            "one",
            AlertMetric.of(BarColumns.MISSED_VOLUME),
            Set.of("A11610"),
            Duration.ofMinutes(5),
            Condition.GREATER,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            1,
            Severity.CRITICAL);
    start(WIDE, one);
    send(bar().contract("A11610").to("09:01:00").basis("401.00"));
    send(bar().contract("A50607").to("09:01:00").basis("401.00"));
    send(bar().contract("A11610").to("09:05:00").of(Duration.ofMinutes(5)).basis("401.00"));
    assertThat(rows()).isEmpty();
    send(bar().contract("A11610").to("09:05:00").missed(7));
    send(bar().contract("A50607").to("09:05:00").of(Duration.ofMinutes(5)).missed(7));
    assertThat(rows()).isEmpty();
    send(bar().contract("A11610").to("09:10:00").of(Duration.ofMinutes(5)).missed(7));

    assertThat(rows()).containsExactly("one A11610 RAISED 7.0000 since 09:10:00");
  }

  @Test
  void saysWhatHappened() throws Exception {
    start(WIDE);
    send(bar().to("09:01:00").basis("401.00"));
    send(bar().to("09:02:00").basis("401.50"));
    send(bar().to("09:03:00").basis("12.00"));

    Alert raised = harness.extractOutputValues().get(0);
    Alert cleared = harness.extractOutputValues().get(1);
    assertThat(raised.id()).isEqualTo("wide/111V06/2026-07-10T09:02:00.000+09:00");
    assertThat(cleared.id()).isEqualTo(raised.id());
    assertThat(raised.message())
        .isEqualTo(
            "111V06: basis_close is 401.50, abs> 400 in 2 bars in a row of 1 min to"
                + " 2026-07-10T09:02:00.000+09:00");
    assertThat(cleared.message())
        .isEqualTo(
            "111V06: basis_close is 12.00, no longer abs> 300 in a bar of 1 min to"
                + " 2026-07-10T09:03:00.000+09:00");
    assertThat(cleared.atMillis() - raised.atMillis()).isEqualTo(60_000);
    assertThat(cleared.raisedAtMillis()).isEqualTo(raised.atMillis());
    assertThat(raised.threshold()).isEqualTo("400.0000");
    assertThat(raised.severity()).isEqualTo(Severity.WARNING);
    assertThat(count("alertsRaised")).isEqualTo(1L);
    assertThat(count("alertsCleared")).isEqualTo(1L);
  }

  private Object count(String accumulator) {
    return harness.getOperator().getRuntimeContext().getAccumulator(accumulator).getLocalValue();
  }

  @Test
  void changedRulesEndTheAlertsOfTheOldOnesAndCountAnew() throws Exception {
    AlertRule high = basis("high", Condition.GREATER, "100", "100", 1);
    start(WIDE, high);
    send(bar().to("09:01:00").basis("401.00"));
    send(bar().to("09:02:00").basis("401.00"));
    harness.watermark(bar().to("09:02:30").build().windowEnd().toEpochMilli());
    assertThat(rows()).hasSize(2);

    AlertRule wider = basis("wide", Condition.FARTHER_FROM_ZERO, "400", "200", 2);
    harness.processBroadcastElement(new AlertRules(List.of(wider, high)), 0);
    assertThat(rows())
        .as("the rule that stays keeps its alert")
        .hasSize(3)
        .endsWith("wide 111V06 CLEARED null since 09:02:00");
    assertThat(harness.extractOutputValues().get(2).message()).contains("no longer watched");
    assertThat(harness.extractOutputValues().get(2).atMillis())
        .isEqualTo(bar().to("09:02:30").build().windowEnd().toEpochMilli());
    send(bar().to("09:03:00").basis("401.00"));
    assertThat(rows()).hasSize(3);
    send(bar().to("09:04:00").basis("401.00"));
    assertThat(rows()).hasSize(4).endsWith("wide 111V06 RAISED 401.0000 since 09:04:00");

    harness.processBroadcastElement(AlertRules.NONE, 0);
    assertThat(rows())
        .hasSize(6)
        .contains(
            "wide 111V06 CLEARED null since 09:04:00", "high 111V06 CLEARED null since 09:01:00");
    send(bar().to("09:05:00").basis("401.00"));
    assertThat(rows()).hasSize(6);
  }

  @Test
  void aRestoredJobGoesOnWithItsCountsAlertsAndChangedRules() throws Exception {
    start(WIDE);
    AlertRule high = basis("high", Condition.GREATER, "100", "100", 1);
    harness.processBroadcastElement(new AlertRules(List.of(WIDE, high)), 0);
    send(bar().to("09:01:00").basis("401.00"));
    assertThat(rows()).containsExactly("high 111V06 RAISED 401.0000 since 09:01:00");
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();

    start(List.of(WIDE), state);
    send(bar().to("09:02:00").basis("401.00"));
    send(bar().to("09:03:00").basis("50.00"));

    assertThat(rows())
        .containsExactly(
            "wide 111V06 RAISED 401.0000 since 09:02:00",
            "wide 111V06 CLEARED 50.0000 since 09:02:00",
            "high 111V06 CLEARED 50.0000 since 09:01:00");
  }

  @Test
  void aJobStartedWithOtherRulesTakesThem() throws Exception {
    start(WIDE);
    harness.processBroadcastElement(new AlertRules(List.of(WIDE)), 0);
    send(bar().to("09:01:00").basis("401.00"));
    send(bar().to("09:02:00").basis("401.00"));
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();

    start(List.of(basis("wide", Condition.GREATER, "500", "500", 1)), state);
    send(bar().to("09:03:00").basis("501.00"));

    assertThat(rows())
        .containsExactly(
            "wide 111V06 CLEARED null since 09:02:00",
            "wide 111V06 RAISED 501.0000 since 09:03:00");
  }
}
