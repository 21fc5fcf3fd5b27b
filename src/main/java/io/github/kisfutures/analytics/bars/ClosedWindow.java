package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.analytics.bars.TradePoint.*;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.StockFuturesTrade;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A window that has closed, and what several columns of its bar need, computed once. Raw values as
 * in {@link Carry}.
 */
public final class ClosedWindow {
  private static final int MEAN_SCALE = 4;

  private final String contract;
  private final @Nullable String name;
  private final BigDecimal multiplier;
  private final long startMillis;
  private final long endMillis;
  private final BarAccumulator trades;
  private final @Nullable Carry carry;
  private final CounterChange change;

  /**
   * Of one contract.
   *
   * @param contract short code
   * @param name what it is called in Korean; null if unknown
   * @param multiplier shares per contract
   * @param startMillis begin of the window, milliseconds since the epoch
   * @param endMillis end of the window, milliseconds since the epoch
   * @param trades at least one
   * @param previous the closing values of the contract's previous bar of this size, or null; those
   *     of another date are not used
   */
  ClosedWindow(
      String contract,
      @Nullable String name,
      BigDecimal multiplier,
      long startMillis,
      long endMillis,
      BarAccumulator trades,
      @Nullable Carry previous) {
    this.contract = contract;
    this.name = name;
    this.multiplier = multiplier;
    this.startMillis = startMillis;
    this.endMillis = endMillis;
    this.trades = trades;
    this.carry = Carry.of(previous, KoreaTime.epochDay(startMillis));
    this.change = CounterChange.of(trades, carry, multiplier);
  }

  String contract() {
    return contract;
  }

  @Nullable String name() {
    return name;
  }

  Instant start() {
    return Instant.ofEpochMilli(startMillis);
  }

  Instant end() {
    return Instant.ofEpochMilli(endMillis);
  }

  LocalDate date() {
    return LocalDate.ofEpochDay(KoreaTime.epochDay(startMillis));
  }

  BarAccumulator trades() {
    return trades;
  }

  /** How far the day's counters went. */
  CounterChange change() {
    return change;
  }

  /** A value of the first trade. */
  long first(int value) {
    return trades.first().raw(value);
  }

  /** A value of the last trade. */
  long last(int value) {
    return trades.last().raw(value);
  }

  long priceChange() {
    long before = carry == null ? first(PRICE) : carry.price();
    return Amounts.clamp(Amounts.difference(last(PRICE), before));
  }

  BigInteger missed() {
    return change.covered().subtract(trades.volume().value());
  }

  BigDecimal turnover() {
    return change.turnover().setScale(0, RoundingMode.HALF_UP);
  }

  @Nullable BigDecimal vwap() {
    return meanPrice(change.turnover(), change.covered());
  }

  @Nullable BigDecimal vwapObserved() {
    return Amounts.quotient(
        new BigDecimal(trades.priceByQuantity().value()), trades.volume().value(), MEAN_SCALE);
  }

  @Nullable BigDecimal sessionVwap() {
    return meanPrice(
        BigDecimal.valueOf(last(CUMULATIVE_VALUE)), BigInteger.valueOf(last(CUMULATIVE_VOLUME)));
  }

  /** Value / (contracts x multiplier), won per share; null for no contracts. */
  private @Nullable BigDecimal meanPrice(BigDecimal value, BigInteger contracts) {
    return Amounts.quotient(value, new BigDecimal(contracts).multiply(multiplier), MEAN_SCALE);
  }

  /** One of the window's bases, raw: null where no trade has one. */
  long basis(ToLongFunction<BasisSums> which) {
    BasisSums sums = trades.basis();
    return sums.count() == 0 ? StockFuturesTrade.NULL : which.applyAsLong(sums);
  }

  /** The last basis, raw. */
  long basisClose() {
    return basis(sums -> sums.last().raw(BASIS));
  }

  /** The basis before the window, raw. */
  long basisBefore() {
    return carry == null ? first(BASIS) : carry.basis();
  }

  /** The underlying's price at the last basis; null without one. */
  @Nullable Underlying underlying() {
    return Underlying.of(trades.basis());
  }

  @Nullable BigDecimal mispricing() {
    return RawValues.decimalChange(basisClose(), last(THEORETICAL_BASIS));
  }

  @Nullable BigDecimal basisBp() {
    Underlying underlying = underlying();
    return underlying == null ? null : underlying.basisPoints(underlying.basis());
  }

  @Nullable BigDecimal mispricingBp() {
    Underlying underlying = underlying();
    return underlying == null ? null : underlying.basisPoints(mispricing());
  }

  @Nullable BigDecimal impliedRate() {
    Underlying underlying = underlying();
    return underlying == null ? null : underlying.impliedRate(contract, date());
  }

  long oiOpen() {
    return OpenInterest.open(trades.openInterest(), carry);
  }

  long oiClose() {
    return OpenInterest.close(trades.openInterest(), carry);
  }

  @Nullable Long oiChange() {
    return RawValues.numberChange(oiClose(), oiOpen());
  }

  @Nullable String oiSignal() {
    Long change = oiChange();
    return change == null ? null : OiSignal.of(priceChange(), change).name();
  }
}
