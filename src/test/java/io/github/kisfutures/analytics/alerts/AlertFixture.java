package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.analytics.bars.BarColumns;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/** Rules for tests. */
final class AlertFixture {
  private AlertFixture() {}

  /** Over the basis of bars of a minute, all contracts. */
  static AlertRule basis(
      String name, Condition condition, String threshold, String clear, int bars) {
    return new AlertRule(
        name,
        AlertMetric.of(BarColumns.BASIS_CLOSE),
        Set.of(),
        Duration.ofMinutes(1),
        condition,
        new BigDecimal(threshold),
        new BigDecimal(clear),
        bars,
        Severity.WARNING);
  }

  /** Over the silence of all contracts. */
  static AlertRule silence(String name, int seconds) {
    return new AlertRule(
        name,
        AlertMetric.SILENCE,
        Set.of(),
        Duration.ZERO,
        Condition.GREATER,
        BigDecimal.valueOf(seconds),
        BigDecimal.valueOf(seconds),
        1,
        Severity.CRITICAL);
  }
}
