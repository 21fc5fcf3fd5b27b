package io.github.kisfutures.analytics.bars;

/**
 * What price and open interest together say: the column {@code oi_signal} ({@code docs/numbers.md},
 * "Columns of bars").
 */
public enum OiSignal {
  /** Price up, open interest up. */
  LONG_BUILDUP,
  /** Price down, open interest up. */
  SHORT_BUILDUP,
  /** Price up, open interest down. */
  SHORT_COVERING,
  /** Price down, open interest down. */
  LONG_LIQUIDATION,
  /** Either is unchanged. */
  NEUTRAL;

  /** The signal of two changes, of which only the signs matter. */
  public static OiSignal of(long priceChange, long oiChange) {
    if (priceChange == 0 || oiChange == 0) {
      return NEUTRAL;
    }
    if (oiChange > 0) {
      return priceChange > 0 ? LONG_BUILDUP : SHORT_BUILDUP;
    }
    return priceChange > 0 ? SHORT_COVERING : LONG_LIQUIDATION;
  }
}
