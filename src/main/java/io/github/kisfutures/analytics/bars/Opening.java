package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where a bar's changes start: the {@link Carry}, or where there is none, the state just before the
 * window's first trade, which may be beyond a long. Raw values as in {@link Carry}.
 *
 * @param volume cumulative volume, contracts
 * @param value cumulative value, won
 * @param price won
 * @param basis market basis
 * @param openInterest contracts
 * @param buyVolume cumulative buyer-initiated contracts
 * @param sellVolume cumulative seller-initiated contracts
 */
record Opening(
    BigInteger volume,
    BigInteger value,
    long price,
    long basis,
    long openInterest,
    long buyVolume,
    long sellVolume) {

  static Opening of(@Nullable Carry carry, TradePoint first, int multiplier) {
    return carry == null ? before(first, multiplier) : after(carry);
  }

  private static Opening after(Carry carry) {
    return new Opening(
        BigInteger.valueOf(carry.cumulativeVolume()),
        BigInteger.valueOf(carry.cumulativeValue()),
        carry.price(),
        carry.basis(),
        carry.openInterest(),
        carry.buyVolume(),
        carry.sellVolume());
  }

  private static Opening before(TradePoint first, int multiplier) {
    long quantity = first.raw(TradePoint.QUANTITY);
    return new Opening(
        Amounts.difference(first.raw(TradePoint.CUMULATIVE_VOLUME), quantity),
        Amounts.valueBefore(
            first.raw(TradePoint.CUMULATIVE_VALUE),
            first.raw(TradePoint.PRICE),
            quantity,
            multiplier),
        first.raw(TradePoint.PRICE),
        first.raw(TradePoint.BASIS),
        first.raw(TradePoint.OPEN_INTEREST),
        first.raw(TradePoint.BUY_VOLUME),
        first.raw(TradePoint.SELL_VOLUME));
  }
}
