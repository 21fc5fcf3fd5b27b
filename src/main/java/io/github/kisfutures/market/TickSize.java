package io.github.kisfutures.market;

/** Smallest price step of a stock future by price (KRX; {@code docs/feed.md}, "Contracts"). */
public final class TickSize {
  private TickSize() {}

  /** The tick, in won, at a price in won. */
  public static long at(long price) {
    if (price < 2_000) {
      return 1;
    }
    if (price < 5_000) {
      return 5;
    }
    if (price < 20_000) {
      return 10;
    }
    if (price < 50_000) {
      return 50;
    }
    if (price < 200_000) {
      return 100;
    }
    return price < 500_000 ? 500 : 1_000;
  }

  /** The nearest price on the grid at or below {@code price}, at least one tick. */
  public static long floor(long price) {
    long tick = at(price);
    return Math.max(tick, price - Math.floorMod(price, tick));
  }
}
