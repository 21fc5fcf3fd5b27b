package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import io.github.kisfutures.market.StockFuturesTrade;
import java.math.BigDecimal;

/**
 * What continuity remembers of an accepted trade that stands beside a hole, or may.
 *
 * @param volume cumulative volume, contracts
 * @param quantity contracts of the trade itself
 * @param price won
 * @param value cumulative value, won
 * @param time event time, milliseconds since the epoch
 * @param carrier who brought it, and its copies so far
 */
record SeenTrade(long volume, long quantity, long price, long value, long time, Carrier carrier) {

  static SeenTrade of(StockFuturesTrade trade) {
    return new SeenTrade(
        trade.cumulativeVolume(),
        trade.quantity(),
        trade.price(),
        trade.cumulativeValue(),
        trade.eventTimeMillis(),
        Carrier.of(trade.receipt()));
  }

  /** Cumulative value just before the trade, won. */
  BigDecimal valueBefore(BigDecimal multiplier) {
    return Amounts.valueBefore(value, price, quantity, multiplier);
  }

  /** This trade, or, if the other one is a copy of it, with who brought the copy. */
  SeenTrade and(SeenTrade other) {
    boolean copy =
        volume == other.volume
            && quantity == other.quantity
            && price == other.price
            && value == other.value
            && time == other.time;
    Carrier both = copy ? carrier.and(other.carrier) : carrier;
    return both == carrier ? this : new SeenTrade(volume, quantity, price, value, time, both);
  }
}
