package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.market.KoreaTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.util.TimeUtils;
import org.jspecify.annotations.Nullable;

/**
 * One rule over the bars of one contract ({@code docs/numbers.md}, "Alerts"). A bar whose metric is
 * null neither meets the condition nor ends an alert, and the count of consecutive bars begins
 * anew. A window without a trade has no bar, so it interrupts nothing.
 */
final class BarRule {
  private BarRule() {}

  /** Whether the bar is one that the rule watches. */
  static boolean watches(AlertRule rule, Bar bar) {
    return !rule.metric().equals(AlertMetric.SILENCE)
        && Duration.between(bar.windowStart(), bar.windowEnd()).equals(rule.window())
        && rule.isFor(bar.contract())
        && rule.hours().contain(bar);
  }

  /**
   * The next bar.
   *
   * @param kept how far the rule was, null at first
   * @param alerts takes what begins or ends
   * @return how far it is
   */
  static AlertProgress next(
      AlertRule rule, @Nullable AlertProgress kept, Bar bar, Consumer<Alert> alerts) {
    long at = bar.windowEnd().toEpochMilli();
    AlertProgress progress = (kept == null ? AlertProgress.begin(rule) : kept).seen(at);
    BigDecimal value = rule.metric().of(bar);
    if (value == null) {
      return progress.interrupted();
    }
    progress =
        rule.condition().holds(value, rule.threshold())
            ? progress.counted()
            : progress.interrupted();
    Long raisedAt = progress.raisedAtMillis();
    if (raisedAt == null && progress.bars() == rule.bars()) {
      alerts.accept(alert(rule, bar, Alert.State.RAISED, value, at));
      return progress.raised(at);
    }
    if (raisedAt != null && !rule.condition().holds(value, rule.clearThreshold())) {
      alerts.accept(alert(rule, bar, Alert.State.CLEARED, value, raisedAt));
      return AlertProgress.begin(rule);
    }
    return progress;
  }

  private static Alert alert(
      AlertRule rule, Bar bar, Alert.State state, BigDecimal value, long raisedAt) {
    long at = bar.windowEnd().toEpochMilli();
    return new Alert(
        rule.name(),
        bar.contract(),
        state,
        rule.severity(),
        rule.metric(),
        value,
        rule.threshold(),
        raisedAt,
        at,
        message(rule, bar.contract(), state, value, at));
  }

  private static String message(
      AlertRule rule, String contract, Alert.State state, BigDecimal value, long at) {
    String what = contract + ": " + rule.metric().word() + " is " + value.toPlainString() + ", ";
    String size = TimeUtils.formatWithHighestUnit(rule.window());
    String bars = rule.bars() == 1 ? "a bar of " : rule.bars() + " bars in a row of ";
    String condition =
        state == Alert.State.RAISED
            ? rule.condition().word() + " " + AlertRule.text(rule.threshold()) + " in " + bars
            : "no longer "
                + rule.condition().word()
                + " "
                + AlertRule.text(rule.clearThreshold())
                + " in a bar of ";
    return what + condition + size + " to " + KoreaTime.text(at);
  }
}
