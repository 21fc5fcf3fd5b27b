package io.github.kisfutures.reference;

import java.time.Instant;

/** What tells two records of one contract-day apart: {@code docs/numbers.md}, "Continuity". */
record TradeIdentity(
    long cumulativeVolume, long cumulativeValue, long price, long quantity, Instant eventTime) {

  static TradeIdentity of(RawTrade trade) {
    return new TradeIdentity(
        trade.volumeAfter(),
        trade.valueAfter(),
        trade.price(),
        trade.quantity(),
        trade.eventTime());
  }
}
