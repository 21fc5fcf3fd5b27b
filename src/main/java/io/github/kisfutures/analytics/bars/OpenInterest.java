package io.github.kisfutures.analytics.bars;

import org.jspecify.annotations.Nullable;

/**
 * Open interest at the ends of a window, raw. A record that says none, or 0, says nothing, so the
 * last value that is known is carried on.
 */
final class OpenInterest {
  private OpenInterest() {}

  /** Before the window: what is carried, or, where nothing is known yet, its first value. */
  static long open(Ends said, @Nullable Carry carry) {
    long carried = Carry.openInterestOf(carry);
    boolean known = RawValues.number(carried) != null;
    return known || said.count() == 0 ? carried : said.first().raw(TradePoint.OPEN_INTEREST);
  }

  /** At the window's end: its last value, or else that before it. */
  static long close(Ends said, @Nullable Carry carry) {
    return said.count() == 0 ? open(said, carry) : said.last().raw(TradePoint.OPEN_INTEREST);
  }
}
