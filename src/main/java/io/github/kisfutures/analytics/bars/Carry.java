package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.market.StockFuturesTrade;

/**
 * The closing values of a bar, which the changes of the next one are measured from ({@code
 * docs/numbers.md}, "Carry"). Raw values: basis in hundredths of a won, {@link
 * StockFuturesTrade#NULL} where unknown.
 *
 * @param epochDay trading date in days since 1970-01-01
 * @param cumulativeVolume contracts
 * @param cumulativeValue won
 * @param price won
 * @param basis the bar's last basis
 * @param openInterest contracts
 * @param buyVolume cumulative buyer-initiated contracts
 * @param sellVolume cumulative seller-initiated contracts
 */
public record Carry(
    long epochDay,
    long cumulativeVolume,
    long cumulativeValue,
    long price,
    long basis,
    long openInterest,
    long buyVolume,
    long sellVolume) {

  /** The closing values of a window with trades. */
  static Carry of(BarAccumulator window, long epochDay) {
    TradePoint last = window.last();
    BasisSums basis = window.basis();
    return new Carry(
        epochDay,
        last.raw(TradePoint.CUMULATIVE_VOLUME),
        last.raw(TradePoint.CUMULATIVE_VALUE),
        last.raw(TradePoint.PRICE),
        basis.count() == 0 ? StockFuturesTrade.NULL : basis.last().raw(TradePoint.BASIS),
        last.raw(TradePoint.OPEN_INTEREST),
        last.raw(TradePoint.BUY_VOLUME),
        last.raw(TradePoint.SELL_VOLUME));
  }
}
