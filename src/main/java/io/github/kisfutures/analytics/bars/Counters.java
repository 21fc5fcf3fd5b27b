package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What the day's counters said at some moment, exact. Raw buy and sell sums as in {@link Carry}.
 *
 * @param volume cumulative volume, contracts
 * @param value cumulative value, won
 * @param buyVolume cumulative buyer-initiated contracts
 * @param sellVolume cumulative seller-initiated contracts
 */
record Counters(BigInteger volume, BigDecimal value, long buyVolume, long sellVolume) {

  /** At a trade. */
  static Counters at(TradePoint trade) {
    return new Counters(
        BigInteger.valueOf(trade.raw(TradePoint.CUMULATIVE_VOLUME)),
        BigDecimal.valueOf(trade.raw(TradePoint.CUMULATIVE_VALUE)),
        trade.raw(TradePoint.BUY_VOLUME),
        trade.raw(TradePoint.SELL_VOLUME));
  }

  /** At the end of a bar. */
  static Counters of(Carry carry) {
    return new Counters(
        BigInteger.valueOf(carry.cumulativeVolume()),
        BigDecimal.valueOf(carry.cumulativeValue()),
        carry.buyVolume(),
        carry.sellVolume());
  }

  /**
   * Just before a trade. Who initiated it, it does not say: so buy and sell sums are its own,
   * unless nothing was traded before it.
   */
  static Counters before(TradePoint trade, BigDecimal multiplier) {
    long volume = trade.raw(TradePoint.CUMULATIVE_VOLUME);
    long quantity = trade.raw(TradePoint.QUANTITY);
    boolean first = volume == quantity;
    return new Counters(
        Amounts.difference(volume, quantity),
        Amounts.valueBefore(
            trade.raw(TradePoint.CUMULATIVE_VALUE),
            trade.raw(TradePoint.PRICE),
            quantity,
            multiplier),
        first ? 0 : trade.raw(TradePoint.BUY_VOLUME),
        first ? 0 : trade.raw(TradePoint.SELL_VOLUME));
  }

  /** Whether something was traded between. */
  boolean isAbove(Counters earlier) {
    return volume.compareTo(earlier.volume) > 0;
  }
}
