package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.market.StockFuturesTrade;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiConsumer;

/**
 * Makes rows of what a contract's continuity finds.
 *
 * @param contract short code
 * @param multiplier shares per contract
 * @param rows takes each row, and the session whose trade stands after the hole
 */
public record GapReport(String contract, BigDecimal multiplier, BiConsumer<Gap, String> rows) {

  /** A hole is no longer waited for. */
  void hole(long epochDay, Hole hole) {
    SeenTrade before = hole.before();
    Gap gap =
        Gap.hole(
            contract,
            LocalDate.ofEpochDay(epochDay),
            hole.from(),
            hole.to(),
            hole.missedValue(multiplier),
            multiplier,
            before == null ? null : Instant.ofEpochMilli(before.time()),
            Instant.ofEpochMilli(hole.after().time()),
            hole.cause());
    rows.accept(gap, hole.after().carrier().session());
  }

  /** The counters have begun anew with a record. */
  void counters(long epochDay, SeenTrade top, StockFuturesTrade first) {
    Gap gap =
        Gap.counters(
            contract,
            LocalDate.ofEpochDay(epochDay),
            top.volume(),
            first.cumulativeVolume() - first.quantity(),
            Instant.ofEpochMilli(top.time()),
            first.eventTime());
    rows.accept(gap, first.session());
  }
}
