package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.market.KoreaTime;
import java.math.BigDecimal;
import java.time.Duration;
import org.apache.flink.util.TimeUtils;

/** One rule over the silence of a contract: when it strikes, and what it says. */
final class SilenceRule {
  private SilenceRule() {}

  /** Whether the rule watches the silence of a contract. */
  static boolean watches(AlertRule rule, String contract) {
    return rule.metric().equals(AlertMetric.SILENCE) && rule.isFor(contract);
  }

  /** When the contract will have been silent for too long; milliseconds since the epoch. */
  static long silentAt(AlertRule rule, String contract, long sinceMillis) {
    return ContinuousSession.silentAt(contract, sinceMillis, tolerated(rule));
  }

  static Alert raised(AlertRule rule, String contract, long sinceMillis, long atMillis) {
    return alert(
        rule,
        contract,
        Alert.State.RAISED,
        rule.threshold(),
        atMillis,
        atMillis,
        contract
            + ": no trade for "
            + TimeUtils.formatWithHighestUnit(tolerated(rule))
            + " of the continuous session, the last one was seen or first looked for at "
            + KoreaTime.text(sinceMillis));
  }

  /** Ended by a trade. */
  static Alert cleared(AlertRule rule, String contract, long raisedAtMillis, long tradeMillis) {
    return alert(
        rule,
        contract,
        Alert.State.CLEARED,
        BigDecimal.ZERO,
        raisedAtMillis,
        Math.max(raisedAtMillis, tradeMillis),
        contract + ": traded again at " + KoreaTime.text(tradeMillis));
  }

  private static Duration tolerated(AlertRule rule) {
    return Duration.ofSeconds(rule.threshold().longValueExact());
  }

  private static Alert alert(
      AlertRule rule,
      String contract,
      Alert.State state,
      BigDecimal value,
      long raisedAt,
      long at,
      String message) {
    return new Alert(
        rule.name(),
        contract,
        state,
        rule.severity(),
        rule.metric(),
        value,
        rule.threshold(),
        raisedAt,
        at,
        message);
  }
}
