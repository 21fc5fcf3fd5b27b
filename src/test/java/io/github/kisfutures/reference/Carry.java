package io.github.kisfutures.reference;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The state that a bar starts from: {@code docs/numbers.md}, "Carry". Volumes in contracts, money
 * in won.
 */
record Carry(
    BigDecimal volume,
    BigDecimal value,
    BigDecimal price,
    @Nullable BigDecimal basis,
    @Nullable BigDecimal openInterest,
    @Nullable BigDecimal buyVolume,
    @Nullable BigDecimal sellVolume) {

  /** Just before a first trade, without a previous bar. */
  static Carry before(RawTrade first, long multiplier) {
    return new Carry(
        BigDecimal.valueOf(first.volumeBefore()),
        BigDecimal.valueOf(first.valueBefore(multiplier)),
        BigDecimal.valueOf(first.price()),
        first.number("market_basis"),
        first.number("open_interest"),
        first.number("cumulative_buy_volume"),
        first.number("cumulative_sell_volume"));
  }

  /** The closing values of a bar: of its last trade, and its closing basis. */
  static Carry closing(RawTrade last, @Nullable BigDecimal basisClose) {
    return new Carry(
        BigDecimal.valueOf(last.volumeAfter()),
        BigDecimal.valueOf(last.valueAfter()),
        BigDecimal.valueOf(last.price()),
        basisClose,
        last.number("open_interest"),
        last.number("cumulative_buy_volume"),
        last.number("cumulative_sell_volume"));
  }
}
