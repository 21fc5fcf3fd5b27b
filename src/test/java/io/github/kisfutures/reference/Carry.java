package io.github.kisfutures.reference;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The state that a bar starts from: {@code docs/numbers.md}, "Carry". Money in won.
 *
 * @param run of the counters; null where there is no previous bar
 * @param counters at the end of that run so far; null where there is no previous bar
 * @param basis the last known of the day
 * @param openInterest the last known of the day
 */
record Carry(
    @Nullable Integer run,
    @Nullable Counters counters,
    BigDecimal price,
    @Nullable BigDecimal basis,
    @Nullable BigDecimal openInterest) {

  /** Just before a first trade, without a previous bar. */
  static Carry before(RawTrade first) {
    return new Carry(
        null,
        null,
        BigDecimal.valueOf(first.price()),
        first.number("market_basis"),
        first.openInterest());
  }
}
