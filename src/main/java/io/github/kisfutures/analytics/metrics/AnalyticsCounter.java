package io.github.kisfutures.analytics.metrics;

import org.apache.flink.api.common.functions.RuntimeContext;

/**
 * The counters of the analytics: the one list of their names and meanings. Some are shown for each
 * session, too ({@link SessionTallies}).
 */
public enum AnalyticsCounter {
  TRADES("trades", "records kept: the rows of ticks"),
  DUPLICATES("duplicates", "records dropped because their volume is covered already"),
  GAPS("gaps", "holes reported, and places where a day's counters began anew"),
  MISSED_VOLUME("missedVolume", "contracts in the holes reported"),
  LATE_JOINS("lateJoins", "holes reported before the first trade seen of a day, which are no loss"),
  LATE_JOINED_VOLUME("lateJoinedVolume", "contracts in those, of missedVolume"),
  ANOMALIES(
      "anomalies",
      "records kept although their volume overlaps, their quantity is not positive, or their time is"
          + " ahead of their receipt"),
  LATE("late", "trades that came after one of their windows had closed"),
  IMPLAUSIBLE_BARS(
      "implausibleBars", "complete bars whose vwap is not between their lowest and highest price"),
  MULTIPLIER_MISMATCH("multiplierMismatch", "complete bars whose two mean prices differ"),
  ALERTS_RAISED("alertsRaised", "alerts that have begun"),
  ALERTS_CLEARED("alertsCleared", "alerts that have ended"),
  ALERT_RULES_REFUSED("alertRulesRefused", "changed files of alert rules that could not be used");

  private final String metricName;
  private final String meaning;

  AnalyticsCounter(String metricName, String meaning) {
    this.metricName = metricName;
    this.meaning = meaning;
  }

  /** The name of the metric and of the accumulator. */
  public String metricName() {
    return metricName;
  }

  /** One line for documentation. */
  public String meaning() {
    return meaning;
  }

  /** Registers metric and accumulator with an operator. */
  public Tally register(RuntimeContext context) {
    return new Tally(context, metricName);
  }
}
