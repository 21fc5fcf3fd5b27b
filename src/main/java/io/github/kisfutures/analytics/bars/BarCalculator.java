package io.github.kisfutures.analytics.bars;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Makes the bar of a closed window of one contract ({@link BarColumns}). */
public final class BarCalculator {
  private final String contract;
  private final @Nullable String name;
  private final BigDecimal multiplier;

  /**
   * For a contract.
   *
   * @param contract short code
   * @param name what it is called in Korean; null if unknown
   * @param multiplier shares per contract
   */
  public BarCalculator(String contract, @Nullable String name, BigDecimal multiplier) {
    this.contract = contract;
    this.name = name;
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
            new ClosedWindow(
                contract, name, multiplier, startMillis, endMillis, window, previous)));
  }
}
