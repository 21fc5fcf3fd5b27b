package io.github.kisfutures.analytics.alerts;

import org.jspecify.annotations.Nullable;

/**
 * How far one rule is with one contract; kept in state.
 *
 * @param rule the rule as it was when this was written: if it has changed since, this is over
 * @param bars consecutive bars that have met the condition; at most those that the rule asks for
 * @param raisedAtMillis event time of the alert that is open; null if none is
 * @param seenAtMillis event time up to which the metric was looked at
 */
record AlertProgress(AlertRule rule, int bars, @Nullable Long raisedAtMillis, long seenAtMillis) {

  static AlertProgress begin(AlertRule rule) {
    return new AlertProgress(rule, 0, null, Long.MIN_VALUE);
  }

  AlertProgress counted() {
    return new AlertProgress(rule, Math.min(bars + 1, rule.bars()), raisedAtMillis, seenAtMillis);
  }

  AlertProgress interrupted() {
    return new AlertProgress(rule, 0, raisedAtMillis, seenAtMillis);
  }

  AlertProgress raised(long atMillis) {
    return new AlertProgress(rule, bars, atMillis, atMillis);
  }

  AlertProgress seen(long atMillis) {
    return new AlertProgress(rule, bars, raisedAtMillis, atMillis);
  }

  /** Whether there is nothing to remember. */
  boolean isBlank() {
    return bars == 0 && raisedAtMillis == null;
  }
}
