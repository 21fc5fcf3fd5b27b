package io.github.kisfutures.analytics.bars;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Makes the bar of a closed window of one contract ({@link BarColumns}). */
public final class BarCalculator {
  private final String contract;
  private final BigDecimal multiplier;

  /** For a contract with {@code multiplier} shares. */
  public BarCalculator(String contract, BigDecimal multiplier) {
    this.contract = contract;
    this.multiplier = multiplier;
  }

  /**
   * The bar of a window.
   *
   * @param startMillis begin of the window, milliseconds since the epoch
   * @param endMillis end of the window, milliseconds since the epoch
   * @param window its trades, at least one
   * @param previous the closing values of the contract's previous bar of this size, or null; those
   *     of another date are not used
   */
  public Bar bar(
      long startMillis, long endMillis, BarAccumulator window, @Nullable Carry previous) {
    return new Bar(
        BarColumns.TABLE.row(
            new ClosedWindow(contract, multiplier, startMillis, endMillis, window, previous)));
  }
}
