package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Volume nobody has seen: the open-closed interval (from, to] of a run's cumulative volume, and the
 * trades beside it.
 *
 * @param from cumulative volume before the hole
 * @param to cumulative volume at its end
 * @param before the trade before; null for the hole from the day's begin to its first trade
 * @param after the trade after
 * @param reported whether its row is out: then it only serves to tell late trades from duplicates
 */
record Hole(long from, long to, @Nullable SeenTrade before, SeenTrade after, boolean reported) {

  /** A hole that is not reported yet. */
  static Hole open(long from, long to, @Nullable SeenTrade before, SeenTrade after) {
    return new Hole(from, to, before, after, false);
  }

  /** What is left of the hole below a trade that begins within it; null if nothing. */
  @Nullable Hole below(long tradeFrom, SeenTrade trade) {
    return tradeFrom <= from ? null : new Hole(from, tradeFrom, before, trade, reported);
  }

  /** What is left of the hole above a trade that ends within it; null if nothing. */
  @Nullable Hole above(SeenTrade trade) {
    return trade.volume() >= to ? null : new Hole(trade.volume(), to, trade, after, reported);
  }

  Hole asReported() {
    return new Hole(from, to, before, after, true);
  }

  /** This hole, knowing who brought a copy of the trade before or after it. */
  Hole and(SeenTrade copy) {
    SeenTrade known = before == null ? null : before.and(copy);
    SeenTrade next = after.and(copy);
    return known == before && next == after ? this : new Hole(from, to, known, next, reported);
  }

  long missedVolume() {
    return to - from;
  }

  /** Won. */
  BigDecimal missedValue(BigDecimal multiplier) {
    BigDecimal missed = after.valueBefore(multiplier);
    return before == null ? missed : missed.subtract(BigDecimal.valueOf(before.value()));
  }

  GapCause cause() {
    return before == null ? GapCause.LATE_JOIN : Carrier.between(before.carrier(), after.carrier());
  }

  /**
   * Whether a hole of this value cannot be: it is negative, or outside of what its contracts could
   * cost between half the day's low and twice its high, which {@code record} says if both are above
   * 0.
   */
  boolean isWild(StockFuturesTrade record, BigDecimal multiplier) {
    BigDecimal missed = missedValue(multiplier);
    if (missed.signum() < 0) {
      return true;
    }
    long low = record.raw(TradeField.DAY_LOW);
    long high = record.raw(TradeField.DAY_HIGH);
    if (low <= 0 || high <= 0) {
      return false;
    }
    BigDecimal shares = BigDecimal.valueOf(missedVolume()).multiply(multiplier);
    BigDecimal two = BigDecimal.valueOf(2);
    return missed.multiply(two).compareTo(shares.multiply(BigDecimal.valueOf(low))) < 0
        || missed.compareTo(shares.multiply(BigDecimal.valueOf(high)).multiply(two)) > 0;
  }
}
