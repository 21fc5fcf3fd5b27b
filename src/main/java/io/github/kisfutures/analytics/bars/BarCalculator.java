package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.analytics.bars.TradePoint.*;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.StockFuturesTrade;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the bar of a closed window ({@code docs/numbers.md}, "Bars"). All sums are exact; a
 * quotient is rounded HALF_UP, once, here.
 */
public final class BarCalculator {
  private static final int MEAN_SCALE = 4;

  private final String contract;
  private final int multiplier;

  /** For a contract with {@code multiplier} shares. */
  public BarCalculator(String contract, int multiplier) {
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
    long epochDay = KoreaTime.epochDay(startMillis);
    TradePoint first = window.first();
    TradePoint last = window.last();
    BasisSums basis = window.basis();
    Opening carry =
        Opening.of(
            previous != null && previous.epochDay() == epochDay ? previous : null,
            first,
            multiplier);

    long close = last.raw(PRICE);
    long priceChange = Amounts.clamp(Amounts.difference(close, carry.price()));
    BigInteger volume = window.volume().value();
    BigInteger covered = BigInteger.valueOf(last.raw(CUMULATIVE_VOLUME)).subtract(carry.volume());
    BigInteger missed = covered.subtract(volume);
    BigDecimal turnover =
        new BigDecimal(BigInteger.valueOf(last.raw(CUMULATIVE_VALUE)).subtract(carry.value()));
    boolean hasBasis = basis.count() > 0;
    long basisClose = hasBasis ? basis.last().raw(BASIS) : StockFuturesTrade.NULL;
    Long oiChange = RawValues.numberChange(last.raw(OPEN_INTEREST), carry.openInterest());

    return new Bar(
        contract,
        Instant.ofEpochMilli(startMillis),
        Instant.ofEpochMilli(endMillis),
        LocalDate.ofEpochDay(epochDay),
        window.trades(),
        first.raw(PRICE),
        window.high(),
        window.low(),
        close,
        priceChange,
        Amounts.clamp(volume),
        turnover,
        meanPrice(turnover, covered),
        Amounts.quotient(new BigDecimal(window.priceByQuantity().value()), volume, MEAN_SCALE),
        meanPrice(
            BigDecimal.valueOf(last.raw(CUMULATIVE_VALUE)),
            BigInteger.valueOf(last.raw(CUMULATIVE_VOLUME))),
        Amounts.clamp(missed),
        missed.signum() == 0,
        hasBasis ? RawValues.decimal(basis.first().raw(BASIS)) : null,
        hasBasis ? RawValues.decimal(basis.high()) : null,
        hasBasis ? RawValues.decimal(basis.low()) : null,
        RawValues.decimal(basisClose),
        BasisMath.mean(basis),
        RawValues.decimalChange(basisClose, carry.basis()),
        BasisMath.slope(basis),
        RawValues.decimal(last.raw(THEORETICAL_BASIS)),
        RawValues.decimalChange(basisClose, last.raw(THEORETICAL_BASIS)),
        BasisMath.mispricingMean(basis),
        RawValues.decimal(last.raw(DISPARITY)),
        RawValues.number(carry.openInterest()),
        RawValues.number(last.raw(OPEN_INTEREST)),
        oiChange,
        RawValues.number(last.raw(OPEN_INTEREST_CHANGE_DAY)),
        oiChange == null ? null : OiSignal.of(priceChange, oiChange),
        RawValues.numberChange(last.raw(BUY_VOLUME), carry.buyVolume()),
        RawValues.numberChange(last.raw(SELL_VOLUME), carry.sellVolume()),
        RawValues.bestPrice(last.raw(BEST_ASK)),
        RawValues.bestPrice(last.raw(BEST_BID)));
  }

  /** Value / (contracts x multiplier), won per share; null for no contracts. */
  private @Nullable BigDecimal meanPrice(BigDecimal value, BigInteger contracts) {
    return Amounts.quotient(value, contracts.multiply(BigInteger.valueOf(multiplier)), MEAN_SCALE);
  }
}
