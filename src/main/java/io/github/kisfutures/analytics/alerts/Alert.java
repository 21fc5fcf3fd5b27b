package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.market.KoreaTime;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The begin or the end of an alert: a row of {@code alerts} ({@code docs/numbers.md}, "Alerts").
 * Both rows of an alert have one id, so that a row that is delivered again is recognised.
 *
 * @param rule name of the rule
 * @param contract short code
 * @param state whether it begins or ends
 * @param severity of the rule
 * @param metric what was watched
 * @param value the metric at this moment, scale 4; null where the rule ended, not the condition
 * @param threshold of the rule, scale 4
 * @param raisedAtMillis event time of the begin, milliseconds since the epoch
 * @param atMillis event time of this row: the end of the bar, or the moment that silence was too
 *     long or over
 * @param message a sentence for people
 */
public record Alert(
    String rule,
    String contract,
    State state,
    Severity severity,
    AlertMetric metric,
    @Nullable BigDecimal value,
    BigDecimal threshold,
    long raisedAtMillis,
    long atMillis,
    String message) {

  /** Brings the amounts to the scale of their columns. */
  public Alert {
    value = value == null ? null : value.setScale(AlertRule.SCALE);
    threshold = threshold.setScale(AlertRule.SCALE);
  }

  /** Begin or end. */
  public enum State {
    /** The condition has held long enough. */
    RAISED,
    /** It is over. */
    CLEARED
  }

  /** Rule, contract and time of the begin: the same whenever the same trades are read. */
  public String id() {
    return rule + "/" + contract + "/" + KoreaTime.text(raisedAtMillis);
  }
}
