package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * How far the day's counters went within a window, over all their runs that have trades in it: each
 * from the previous bar's close, if that was of the same run, or else from just before its first
 * trade here. Exact.
 *
 * @param covered contracts the exchange counted
 * @param turnover won
 * @param buyVolume buyer-initiated contracts; null if a run does not say
 * @param sellVolume seller-initiated contracts; null if a run does not say
 */
record CounterChange(
    BigInteger covered,
    BigDecimal turnover,
    @Nullable BigInteger buyVolume,
    @Nullable BigInteger sellVolume) {
  private static final int SCALE = 6;
  private static final CounterChange NONE =
      new CounterChange(BigInteger.ZERO, BigDecimal.ZERO, BigInteger.ZERO, BigInteger.ZERO);

  /**
   * The change over a window.
   *
   * @param carry the closing values of the day's previous bar, or null
   * @param multiplier shares per contract
   */
  static CounterChange of(BarAccumulator window, @Nullable Carry carry, BigDecimal multiplier) {
    CounterChange change = NONE;
    for (RunPart part : window.runs()) {
      change = change.plus(of(part, carry, multiplier));
    }
    return change;
  }

  private static CounterChange of(RunPart part, @Nullable Carry carry, BigDecimal multiplier) {
    Counters close = Counters.at(part.last());
    Counters before = Counters.before(part.first(), multiplier);
    if (carry == null || carry.run() != part.run()) {
      return between(before, close);
    }
    Counters start = Counters.of(carry);
    if (close.isAbove(start)) {
      return between(start, close);
    }
    // a trade time was wrong: the counters were here before, so only the trades' own amounts count
    CounterChange sides = between(before, close);
    return new CounterChange(
        part.volume().value(),
        new BigDecimal(part.priceByQuantity().value()).multiply(multiplier),
        sides.buyVolume,
        sides.sellVolume);
  }

  private static CounterChange between(Counters start, Counters close) {
    return new CounterChange(
        close.volume().subtract(start.volume()),
        close.value().subtract(start.value()),
        RawValues.exactChange(close.buyVolume(), start.buyVolume()),
        RawValues.exactChange(close.sellVolume(), start.sellVolume()));
  }

  private CounterChange plus(CounterChange other) {
    return new CounterChange(
        covered.add(other.covered),
        turnover.add(other.turnover),
        sum(buyVolume, other.buyVolume),
        sum(sellVolume, other.sellVolume));
  }

  private static @Nullable BigInteger sum(@Nullable BigInteger a, @Nullable BigInteger b) {
    return a == null || b == null ? null : a.add(b);
  }

  /** How much more the buyers initiated than the sellers, -1 to 1; null if unknown, or at 0. */
  @Nullable BigDecimal imbalance() {
    return buyVolume == null || sellVolume == null
        ? null
        : Amounts.quotient(
            new BigDecimal(buyVolume.subtract(sellVolume)), buyVolume.add(sellVolume), SCALE);
  }

  /** Contracts that no side initiated, as in auctions and blocks; null if a side is unknown. */
  @Nullable BigInteger unsigned() {
    return buyVolume == null || sellVolume == null
        ? null
        : covered.subtract(buyVolume).subtract(sellVolume);
  }
}
