package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.analytics.bars.TradePoint.*;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.StockFuturesTrade;
import java.math.BigDecimal;
import java.math.BigInteger;
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
  private final int multiplier;
  private final long startMillis;
  private final long endMillis;
  private final BarAccumulator trades;
  private final Opening carry;
  private final BigInteger covered;

  /**
   * Of one contract.
   *
   * @param multiplier shares per contract
   * @param startMillis begin of the window, milliseconds since the epoch
   * @param endMillis end of the window, milliseconds since the epoch
   * @param trades at least one
   * @param previous the closing values of the contract's previous bar of this size, or null; those
   *     of another date are not used
   */
  ClosedWindow(
      String contract,
      int multiplier,
      long startMillis,
      long endMillis,
      BarAccumulator trades,
      @Nullable Carry previous) {
    this.contract = contract;
    this.multiplier = multiplier;
    this.startMillis = startMillis;
    this.endMillis = endMillis;
    this.trades = trades;
    boolean sameDay = previous != null && previous.epochDay() == KoreaTime.epochDay(startMillis);
    this.carry = Opening.of(sameDay ? previous : null, trades.first(), multiplier);
    this.covered = BigInteger.valueOf(last(CUMULATIVE_VOLUME)).subtract(carry.volume());
  }

  String contract() {
    return contract;
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

  Opening carry() {
    return carry;
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
    return Amounts.clamp(Amounts.difference(last(PRICE), carry.price()));
  }

  BigInteger missed() {
    return covered.subtract(trades.volume().value());
  }

  BigDecimal turnover() {
    return new BigDecimal(BigInteger.valueOf(last(CUMULATIVE_VALUE)).subtract(carry.value()));
  }

  @Nullable BigDecimal vwap() {
    return meanPrice(turnover(), covered);
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
    return Amounts.quotient(value, contracts.multiply(BigInteger.valueOf(multiplier)), MEAN_SCALE);
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

  @Nullable Long oiChange() {
    return RawValues.numberChange(last(OPEN_INTEREST), carry.openInterest());
  }

  @Nullable String oiSignal() {
    Long change = oiChange();
    return change == null ? null : OiSignal.of(priceChange(), change).name();
  }
}
