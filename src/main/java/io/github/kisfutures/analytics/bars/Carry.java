package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.market.StockFuturesTrade;
import org.jspecify.annotations.Nullable;

/**
 * The closing values of a bar, which the changes of the next one are measured from ({@code
 * docs/numbers.md}, <i>carry</i>). Raw values: basis in hundredths of a won, {@link
 * StockFuturesTrade#NULL} where unknown.
 *
 * @param epochDay trading date in days since 1970-01-01
 * @param run the run of the counters, from 0
 * @param cumulativeVolume contracts
 * @param cumulativeValue won
 * @param buyVolume cumulative buyer-initiated contracts
 * @param sellVolume cumulative seller-initiated contracts
 * @param price won
 * @param basis the last basis of the day that is known
 * @param openInterest the last open interest of the day that is known, contracts
 */
public record Carry(
    long epochDay,
    long run,
    long cumulativeVolume,
    long cumulativeValue,
    long buyVolume,
    long sellVolume,
    long price,
    long basis,
    long openInterest) {

  /**
   * The closing values of a window with trades.
   *
   * @param kept those of the bar before it, or null
   */
  static Carry of(BarAccumulator window, long epochDay, @Nullable Carry kept) {
    Carry previous = of(kept, epochDay);
    TradePoint last = window.last();
    BasisSums basis = window.basis();
    Ends interest = window.openInterest();
    boolean stays =
        previous != null
            && previous.run == last.raw(TradePoint.RUN)
            && last.raw(TradePoint.CUMULATIVE_VOLUME) <= previous.cumulativeVolume;
    return new Carry(
        epochDay,
        last.raw(TradePoint.RUN),
        stays ? previous.cumulativeVolume : last.raw(TradePoint.CUMULATIVE_VOLUME),
        stays ? previous.cumulativeValue : last.raw(TradePoint.CUMULATIVE_VALUE),
        stays ? previous.buyVolume : last.raw(TradePoint.BUY_VOLUME),
        stays ? previous.sellVolume : last.raw(TradePoint.SELL_VOLUME),
        last.raw(TradePoint.PRICE),
        basis.count() > 0 ? basis.last().raw(TradePoint.BASIS) : basisOf(previous),
        interest.count() > 0
            ? interest.last().raw(TradePoint.OPEN_INTEREST)
            : openInterestOf(previous));
  }

  /** What was kept, if it is of the date. */
  static @Nullable Carry of(@Nullable Carry kept, long epochDay) {
    return kept != null && kept.epochDay == epochDay ? kept : null;
  }

  /** The basis carried; null, raw, without a bar before. */
  static long basisOf(@Nullable Carry carry) {
    return carry == null ? StockFuturesTrade.NULL : carry.basis;
  }

  /** The open interest carried; null, raw, without a bar before. */
  static long openInterestOf(@Nullable Carry carry) {
    return carry == null ? StockFuturesTrade.NULL : carry.openInterest;
  }
}
