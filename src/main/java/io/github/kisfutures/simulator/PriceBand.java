package io.github.kisfutures.simulator;

import io.github.kisfutures.market.TickSize;

/**
 * The prices a contract may take on a day: those on the tick grid within 10 percent of the previous
 * close.
 *
 * @param previousClose won, on the grid
 * @param lower lowest price, won
 * @param upper highest price, won
 */
record PriceBand(long previousClose, long lower, long upper) {

  static PriceBand around(long previousClose) {
    long lowest = (previousClose * 9 + 9) / 10;
    long lower = TickSize.floor(lowest);
    return new PriceBand(
        previousClose,
        lower < lowest ? above(lower) : lower,
        TickSize.floor(previousClose * 11 / 10));
  }

  /** The nearest price of the band at or below a price. */
  long clamp(long price) {
    return Math.max(lower, Math.min(upper, TickSize.floor(price)));
  }

  /** The next price of the grid above one on the grid. */
  static long above(long price) {
    return price + TickSize.at(price);
  }

  /** The next price of the grid below one on the grid. */
  static long below(long price) {
    return price - TickSize.at(price - 1);
  }
}
