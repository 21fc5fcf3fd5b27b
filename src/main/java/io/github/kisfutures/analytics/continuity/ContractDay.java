package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.market.StockFuturesTrade;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One contract's trading date: its newest two runs of counters ({@code docs/numbers.md}). A record
 * with an event time before the newest run's first belongs to the run before. Mutable, no Flink.
 *
 * <p>Bounded: at most {@value #MAX_OPEN_HOLES} open holes, beyond which the oldest is reported
 * early, and the trades of the runs' latest seconds.
 */
public final class ContractDay {
  static final int MAX_OPEN_HOLES = 64;

  private final long epochDay;
  private final SecondTrades noTrades;
  private @Nullable CounterRun before;
  private CounterRun newest;

  /** A day of which nothing has been seen; the date is given in days since 1970-01-01. */
  public ContractDay(long epochDay) {
    this(epochDay, new SecondTrades(), null, new CounterRun());
  }

  ContractDay(
      long epochDay, SecondTrades noTrades, @Nullable CounterRun before, CounterRun newest) {
    this.epochDay = epochDay;
    this.noTrades = noTrades;
    this.before = before;
    this.newest = newest;
  }

  /**
   * Takes in a record of this contract and date.
   *
   * @param multiplier shares per contract
   * @param report told of contradictions, and of holes that must be reported early
   */
  public Verdict add(StockFuturesTrade trade, BigDecimal multiplier, GapReport report) {
    if (trade.quantity() <= 0) {
      return addNoTrade(trade);
    }
    CounterRun run = runOf(trade);
    CounterRun other = run == newest ? before : newest;
    if (other != null && other.hasCopy(trade)) {
      other.note(SeenTrade.of(trade));
      return Verdict.DUPLICATE;
    }
    Verdict verdict = run.add(trade, multiplier);
    if (verdict == Verdict.CONTRADICTION) {
      begin(run, trade, report);
    }
    while (openHoles() > MAX_OPEN_HOLES) {
      CounterRun oldest = before != null && before.holes().open() > 0 ? before : newest;
      oldest.holes().reportLowest(hole -> report.hole(epochDay, hole));
    }
    return verdict;
  }

  /** The run in which a record counts, or, if it has just begun one, that. */
  CounterRun runOf(StockFuturesTrade trade) {
    CounterRun previous = before;
    return previous != null && trade.eventTimeMillis() < newest.beganAt() ? previous : newest;
  }

  private void begin(CounterRun contradicted, StockFuturesTrade first, GapReport report) {
    SeenTrade top = contradicted.top();
    if (top != null) {
      report.counters(epochDay, top, first);
    }
    if (before != null) {
      before.reportUpTo(Long.MAX_VALUE, hole -> report.hole(epochDay, hole));
    }
    CounterRun next = contradicted.next(newest.number() + 1, first);
    before = newest;
    newest = next;
  }

  /** In no run: a copy of one in the contract's latest second is a duplicate. */
  private Verdict addNoTrade(StockFuturesTrade record) {
    if (noTrades.time() >= latest() && noTrades.hasCopy(record)) {
      return Verdict.DUPLICATE;
    }
    if (record.eventTimeMillis() >= Math.max(latest(), noTrades.time())) {
      noTrades.add(record);
    }
    return Verdict.NO_TRADE;
  }

  /** The largest event time accepted in the runs. */
  private long latest() {
    return before == null ? newest.latest() : Math.max(before.latest(), newest.latest());
  }

  /**
   * Reports the open holes whose following trade happened at an event time or before, each once.
   *
   * @param timeAfterMillis milliseconds since the epoch
   */
  public void reportUpTo(long timeAfterMillis, GapReport report) {
    if (before != null) {
      before.reportUpTo(timeAfterMillis, hole -> report.hole(epochDay, hole));
    }
    newest.reportUpTo(timeAfterMillis, hole -> report.hole(epochDay, hole));
  }

  /** Holes not reported yet. */
  public int openHoles() {
    return newest.holes().open() + (before == null ? 0 : before.holes().open());
  }

  /** The least event time of a trade after an open hole; {@link Long#MAX_VALUE} if none is open. */
  public long earliestTimeAfter() {
    long earliest = newest.holes().earliestTimeAfter();
    return before == null ? earliest : Math.min(earliest, before.holes().earliestTimeAfter());
  }

  /** The trading date in days since 1970-01-01. */
  public long epochDay() {
    return epochDay;
  }

  SecondTrades noTrades() {
    return noTrades;
  }

  /** The run before the newest one; null while there is one only. */
  @Nullable CounterRun before() {
    return before;
  }

  CounterRun newest() {
    return newest;
  }

  ContractDay copy() {
    return new ContractDay(
        epochDay, noTrades.copy(), before == null ? null : before.copy(), newest.copy());
  }
}
