package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import io.github.kisfutures.market.StockFuturesTrade;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Volume nobody has seen: the open-closed interval (from, to] of a contract-day's cumulative
 * volume, with what its neighbours say.
 *
 * @param from cumulative volume before the hole
 * @param to cumulative volume at its end
 * @param timeBefore event time of the trade before, milliseconds; {@link #NO_TIME} if there is none
 * @param valueBefore cumulative value at the trade before, won; 0 if there is none
 * @param timeAfter event time of the trade after, milliseconds
 * @param valueAfter cumulative value just before the trade after, won
 * @param cause why
 * @param reported whether its row is out: then it only serves to tell late trades from duplicates
 */
record Hole(
    long from,
    long to,
    long timeBefore,
    long valueBefore,
    long timeAfter,
    long valueAfter,
    GapCause cause,
    boolean reported) {
  static final long NO_TIME = Long.MIN_VALUE;

  /** What is left of the hole below a trade that begins within it; null if nothing. */
  @Nullable Hole below(long tradeFrom, StockFuturesTrade trade, int multiplier) {
    return tradeFrom <= from
        ? null
        : new Hole(
            from,
            tradeFrom,
            timeBefore,
            valueBefore,
            trade.eventTimeMillis(),
            valueJustBefore(trade, multiplier),
            cause,
            reported);
  }

  /** What is left of the hole above a trade that ends within it; null if nothing. */
  @Nullable Hole above(StockFuturesTrade trade) {
    long tradeTo = trade.cumulativeVolume();
    return tradeTo >= to
        ? null
        : new Hole(
            tradeTo,
            to,
            trade.eventTimeMillis(),
            trade.cumulativeValue(),
            timeAfter,
            valueAfter,
            // only the hole from 0 is LATE_JOIN, in whatever order the trades came
            cause == GapCause.LATE_JOIN ? GapCause.UNKNOWN : cause,
            reported);
  }

  Hole asReported() {
    return new Hole(from, to, timeBefore, valueBefore, timeAfter, valueAfter, cause, true);
  }

  Gap toGap(String contract, long epochDay) {
    return new Gap(
        contract,
        LocalDate.ofEpochDay(epochDay),
        from,
        to,
        to - from,
        Amounts.clamp(Amounts.difference(valueAfter, valueBefore)),
        timeBefore == NO_TIME ? null : Instant.ofEpochMilli(timeBefore),
        Instant.ofEpochMilli(timeAfter),
        cause);
  }

  static long valueJustBefore(StockFuturesTrade trade, int multiplier) {
    return Amounts.clamp(
        Amounts.valueBefore(trade.cumulativeValue(), trade.price(), trade.quantity(), multiplier));
  }
}
