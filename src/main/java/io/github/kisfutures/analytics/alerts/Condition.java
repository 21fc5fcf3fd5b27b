package io.github.kisfutures.analytics.alerts;

import java.math.BigDecimal;

/** How a metric is compared with a threshold ({@code docs/numbers.md}, "Alerts"). */
public enum Condition {
  /** Greater. */
  GREATER(">") {
    @Override
    public boolean holds(BigDecimal value, BigDecimal threshold) {
      return value.compareTo(threshold) > 0;
    }
  },
  /** Greater or equal. */
  AT_LEAST(">=") {
    @Override
    public boolean holds(BigDecimal value, BigDecimal threshold) {
      return value.compareTo(threshold) >= 0;
    }
  },
  /** Less. */
  LESS("<") {
    @Override
    public boolean holds(BigDecimal value, BigDecimal threshold) {
      return value.compareTo(threshold) < 0;
    }
  },
  /** Less or equal. */
  AT_MOST("<=") {
    @Override
    public boolean holds(BigDecimal value, BigDecimal threshold) {
      return value.compareTo(threshold) <= 0;
    }
  },
  /** Farther from zero, on either side. */
  FARTHER_FROM_ZERO("abs>") {
    @Override
    public boolean holds(BigDecimal value, BigDecimal threshold) {
      return value.abs().compareTo(threshold) > 0;
    }
  };

  private final String word;

  Condition(String word) {
    this.word = word;
  }

  /** As rules write it. */
  public String word() {
    return word;
  }

  /** Whether the value is beyond the threshold. */
  public abstract boolean holds(BigDecimal value, BigDecimal threshold);

  /**
   * Whether the condition is at least as easy to meet with the one threshold as with the other, so
   * that whatever meets it with the other meets it with the one.
   */
  boolean isNoStricter(BigDecimal threshold, BigDecimal than) {
    return this == LESS || this == AT_MOST
        ? threshold.compareTo(than) >= 0
        : threshold.compareTo(than) <= 0;
  }
}
