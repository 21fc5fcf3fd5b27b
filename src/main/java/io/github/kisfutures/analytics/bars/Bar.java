package io.github.kisfutures.analytics.bars;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One contract in one window: a row of {@code bars}, its columns in their order ({@code
 * docs/numbers.md}, "Columns of bars", which defines each). The decimals have exactly the scale of
 * their column. <i>l</i> is the window's trade of largest cumulative volume, <i>carry</i> the
 * closing values of the previous bar of the same contract, size and date, or else the state just
 * before the window's first trade.
 *
 * <p>A number that the wire's absurdities drive beyond a long is held at its limit.
 *
 * @param contract short code
 * @param windowStart begin of the window, inclusive
 * @param windowEnd end of the window, exclusive
 * @param tradingDate KST date
 * @param trades number of trades
 * @param open price of the first trade, won
 * @param high highest price, won
 * @param low lowest price, won
 * @param close price of l, won
 * @param priceChange close minus carry price, won
 * @param volume contracts of the trades received
 * @param turnover cumulative value of l minus carry value, won; scale 0
 * @param vwap turnover over all contracts the exchange counted, won; scale 4; null if it counted
 *     none
 * @param vwapObserved mean price of the trades received by contracts, won; scale 4; null at volume
 *     0
 * @param sessionVwap the day's mean price up to l, won; scale 4; null at cumulative volume 0
 * @param missedVolume contracts the exchange counted and we did not receive
 * @param complete whether nothing is missed
 * @param basisOpen first basis, won; scale 2; null if no trade has one
 * @param basisHigh highest basis, won; scale 2; null if no trade has one
 * @param basisLow lowest basis, won; scale 2; null if no trade has one
 * @param basisClose last basis, won; scale 2; null if no trade has one
 * @param basisMean mean basis over trades, won; scale 4; null if no trade has one
 * @param basisDrift basisClose minus carry basis, won; scale 2; null if either is
 * @param basisSlope least-squares slope of the basis over event time, won per minute; scale 4; null
 *     below two distinct times
 * @param theoreticalBasis of l, won; scale 2; null if l has none
 * @param mispricing basisClose minus theoreticalBasis, won; scale 2; null if either is
 * @param mispricingMean mean of basis minus theoretical basis over the trades that have both, won;
 *     scale 4
 * @param disparity of l, percent; scale 2; null if l has none
 * @param oiOpen carry open interest, contracts; null if unknown
 * @param oiClose open interest of l, contracts; null if l has none
 * @param oiChange oiClose minus oiOpen, contracts; null if either is
 * @param oiChangeDay open-interest change versus the previous day of l, contracts; null if l has
 *     none
 * @param oiSignal from the signs of priceChange and oiChange; null if oiChange is
 * @param buyVolume buyer-initiated contracts; null if l or carry has none
 * @param sellVolume seller-initiated contracts; null if l or carry has none
 * @param bestAsk of l, won; null if there is none
 * @param bestBid of l, won; null if there is none
 */
public record Bar(
    String contract,
    Instant windowStart,
    Instant windowEnd,
    LocalDate tradingDate,
    long trades,
    long open,
    long high,
    long low,
    long close,
    long priceChange,
    long volume,
    BigDecimal turnover,
    @Nullable BigDecimal vwap,
    @Nullable BigDecimal vwapObserved,
    @Nullable BigDecimal sessionVwap,
    long missedVolume,
    boolean complete,
    @Nullable BigDecimal basisOpen,
    @Nullable BigDecimal basisHigh,
    @Nullable BigDecimal basisLow,
    @Nullable BigDecimal basisClose,
    @Nullable BigDecimal basisMean,
    @Nullable BigDecimal basisDrift,
    @Nullable BigDecimal basisSlope,
    @Nullable BigDecimal theoreticalBasis,
    @Nullable BigDecimal mispricing,
    @Nullable BigDecimal mispricingMean,
    @Nullable BigDecimal disparity,
    @Nullable Long oiOpen,
    @Nullable Long oiClose,
    @Nullable Long oiChange,
    @Nullable Long oiChangeDay,
    @Nullable OiSignal oiSignal,
    @Nullable Long buyVolume,
    @Nullable Long sellVolume,
    @Nullable Long bestAsk,
    @Nullable Long bestBid) {

  /**
   * Whether the multiplier must be wrong: nothing is missed, and yet the exchange's mean price is
   * not ours ({@code docs/numbers.md}, "Columns of bars").
   */
  public boolean contradictsMultiplier() {
    return complete && vwap != null && vwapObserved != null && vwap.compareTo(vwapObserved) != 0;
  }
}
