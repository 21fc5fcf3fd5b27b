package io.github.kisfutures.reference;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The exchange's counters of a contract-day at one moment, or what they rose by: {@code
 * docs/numbers.md}, "Bars". Volumes in contracts, value in won.
 */
record Counters(
    BigDecimal volume,
    BigDecimal value,
    @Nullable BigDecimal buyVolume,
    @Nullable BigDecimal sellVolume) {

  static final Counters ZERO =
      new Counters(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** The state just before the first trade of a run in a window. */
  static Counters before(RawTrade first, BigDecimal multiplier) {
    boolean firstOfRun = first.volumeBefore() == 0;
    return new Counters(
        BigDecimal.valueOf(first.volumeBefore()),
        first.valueBefore(multiplier),
        firstOfRun ? BigDecimal.ZERO : first.number("cumulative_buy_volume"),
        firstOfRun ? BigDecimal.ZERO : first.number("cumulative_sell_volume"));
  }

  /** The closing values of a last trade. */
  static Counters after(RawTrade last) {
    return new Counters(
        BigDecimal.valueOf(last.volumeAfter()),
        BigDecimal.valueOf(last.valueAfter()),
        last.number("cumulative_buy_volume"),
        last.number("cumulative_sell_volume"));
  }

  Counters minus(Counters earlier) {
    return new Counters(
        volume.subtract(earlier.volume),
        value.subtract(earlier.value),
        Exact.minus(buyVolume, earlier.buyVolume),
        Exact.minus(sellVolume, earlier.sellVolume));
  }

  Counters plus(Counters other) {
    return new Counters(
        volume.add(other.volume),
        value.add(other.value),
        Exact.plus(buyVolume, other.buyVolume),
        Exact.plus(sellVolume, other.sellVolume));
  }
}
