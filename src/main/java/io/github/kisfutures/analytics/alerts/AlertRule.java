package io.github.kisfutures.analytics.alerts;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule ({@code docs/alerts.md}).
 *
 * @param name tells rules apart
 * @param metric what is watched
 * @param contracts short codes it is for; empty for all
 * @param window size of the bars that are watched; zero for silence
 * @param condition when the metric is beyond the threshold
 * @param threshold in the metric's unit; seconds for silence
 * @param clearThreshold what the metric must come back to before the alert ends
 * @param bars how many consecutive bars must meet the condition
 * @param severity how much it matters
 * @param hours only bars whose window lies within them count: others neither raise, clear nor
 *     interrupt; the whole day for silence
 */
public record AlertRule(
    String name,
    AlertMetric metric,
    Set<String> contracts,
    Duration window,
    Condition condition,
    BigDecimal threshold,
    BigDecimal clearThreshold,
    int bars,
    Severity severity,
    Hours hours)
    implements Serializable {
  /** Digits behind the point of thresholds and of the values in {@code alerts}. */
  public static final int SCALE = 4;

  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(20);

  /**
   * Checks what holds between the members.
   *
   * @throws IllegalArgumentException with a sentence that names the member and the fix
   */
  public AlertRule {
    contracts = Set.copyOf(contracts);
    threshold = amount("threshold", threshold);
    clearThreshold = amount("clear-threshold", clearThreshold);
    if (metric.equals(AlertMetric.SILENCE) && !hours.equals(Hours.ALWAYS)) {
      throw new IllegalArgumentException(
          "silence is watched in the continuous session: leave 'hours' out");
    }
    if (bars < 1) {
      throw new IllegalArgumentException("'for: " + bars + "' is no number of bars from 1 on");
    }
    if (metric.equals(AlertMetric.SILENCE)) {
      requireSilence(condition, threshold, clearThreshold, bars);
    } else if (!condition.isNoStricter(clearThreshold, threshold)) {
      throw new IllegalArgumentException(
          "with 'condition: %s' the clear-threshold cannot be beyond the threshold (%s and %s)"
              .formatted(condition.word(), text(clearThreshold), text(threshold)));
    }
    if (condition == Condition.FARTHER_FROM_ZERO && clearThreshold.signum() < 0) {
      throw new IllegalArgumentException("'condition: abs>' needs thresholds of 0 or more");
    }
  }

  /** A rule for the whole day. */
  public AlertRule(
      String name,
      AlertMetric metric,
      Set<String> contracts,
      Duration window,
      Condition condition,
      BigDecimal threshold,
      BigDecimal clearThreshold,
      int bars,
      Severity severity) {
    this(
        name,
        metric,
        contracts,
        window,
        condition,
        threshold,
        clearThreshold,
        bars,
        severity,
        Hours.ALWAYS);
  }

  private static void requireSilence(
      Condition condition, BigDecimal threshold, BigDecimal clearThreshold, int bars) {
    if (condition != Condition.GREATER && condition != Condition.AT_LEAST) {
      throw new IllegalArgumentException(
          "silence is watched with 'condition: >' or '>=', not '" + condition.word() + "'");
    }
    if (clearThreshold.compareTo(threshold) != 0) {
      throw new IllegalArgumentException(
          "silence ends with the next trade: leave 'clear-threshold' out");
    }
    if (bars != 1) {
      throw new IllegalArgumentException("silence is not counted in bars: leave 'for' out");
    }
    long seconds = threshold.longValue();
    if (threshold.signum() <= 0 || seconds > ContinuousSession.LONGEST.toSeconds()) {
      throw new IllegalArgumentException(
          "silence needs a threshold from 1 s to %d min, the length of the continuous session"
              .formatted(ContinuousSession.LONGEST.toMinutes()));
    }
    if (threshold.remainder(BigDecimal.ONE).signum() != 0) {
      throw new IllegalArgumentException("silence is measured in whole seconds");
    }
  }

  private static BigDecimal amount(String member, BigDecimal value) {
    if (value.abs().compareTo(LARGEST) >= 0 || value.stripTrailingZeros().scale() > SCALE) {
      throw new IllegalArgumentException(
          "'%s: %s' is out of range: at most 20 digits, and %d behind the point"
              .formatted(member, value, SCALE));
    }
    return value.setScale(SCALE);
  }

  /** An amount as people write it. */
  static String text(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }

  /** Whether the rule is for a contract. */
  public boolean isFor(String contract) {
    return contracts.isEmpty() || contracts.contains(contract);
  }

  /** The contracts in order, for people and for bytes. */
  Set<String> sortedContracts() {
    return new TreeSet<>(contracts);
  }
}
