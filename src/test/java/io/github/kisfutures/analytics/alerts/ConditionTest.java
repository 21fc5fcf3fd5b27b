package io.github.kisfutures.analytics.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  @ParameterizedTest
  @CsvSource({
    "GREATER, 400.01, true",
    "GREATER, 400.00, false",
    "AT_LEAST, 400.00, true",
    "AT_LEAST, 399.99, false",
    "LESS, 399.99, true",
    "LESS, 400.00, false",
    "AT_MOST, 400.00, true",
    "AT_MOST, 400.01, false",
    "FARTHER_FROM_ZERO, 400.01, true",
    "FARTHER_FROM_ZERO, -400.01, true",
    "FARTHER_FROM_ZERO, 400.00, false",
    "FARTHER_FROM_ZERO, -400.00, false"
  })
  void comparesWithoutRegardToScale(Condition condition, BigDecimal value, boolean holds) {
    assertThat(condition.holds(value, new BigDecimal("400"))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "GREATER, 300, true", "GREATER, 401, false",
    "AT_LEAST, 300, true", "AT_LEAST, 401, false",
    "LESS, 500, true", "LESS, 399, false",
    "AT_MOST, 500, true", "AT_MOST, 399, false",
    "FARTHER_FROM_ZERO, 300, true", "FARTHER_FROM_ZERO, 401, false"
  })
  void knowsOnWhichSideAClearThresholdLies(Condition condition, BigDecimal clear, boolean right) {
    assertThat(condition.isNoStricter(clear, new BigDecimal("400"))).isEqualTo(right);
  }
}
