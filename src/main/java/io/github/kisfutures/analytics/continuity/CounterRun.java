package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.market.StockFuturesTrade;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run of a contract-day's counters: which part of the cumulative volume has been seen while they
 * did not contradict each other. That is everything from the run's begin to the highest cumulative
 * volume, less the holes. Mutable, no Flink.
 *
 * <p>A trade occupies (cumulative volume - quantity, cumulative volume]. The result depends on the
 * trades, not on the order of their arrival, as long as nothing contradicts.
 */
final class CounterRun {
  private final int number;
  private final long beganAt;
  private final Holes holes;
  private final SecondTrades second;
  private long bottom;
  private @Nullable SeenTrade lowest;
  private @Nullable SeenTrade top;

  /** The first run of a day, which begins at 0. */
  CounterRun() {
    this(0, Long.MIN_VALUE, new Holes(), new SecondTrades(), 0, null, null);
  }

  CounterRun(
      int number,
      long beganAt,
      Holes holes,
      SecondTrades second,
      long bottom,
      @Nullable SeenTrade lowest,
      @Nullable SeenTrade top) {
    this.number = number;
    this.beganAt = beganAt;
    this.holes = holes;
    this.second = second;
    this.bottom = bottom;
    this.lowest = lowest;
    this.top = top;
  }

  /**
   * The run that a contradicting trade begins: coverage starts just before it. Trades of its second
   * that this run has accepted remain known, so that their copies are.
   */
  CounterRun next(int nextNumber, StockFuturesTrade first) {
    SeenTrade seen = SeenTrade.of(first);
    boolean sameSecond = second.time() == first.eventTimeMillis();
    CounterRun next =
        new CounterRun(
            nextNumber,
            first.eventTimeMillis(),
            new Holes(),
            sameSecond ? second.copy() : new SecondTrades(),
            first.cumulativeVolume() - first.quantity(),
            seen,
            seen);
    next.second.add(first);
    return next;
  }

  /** Takes in a trade of one contract or more, unless it is a duplicate or a contradiction. */
  Verdict add(StockFuturesTrade trade, BigDecimal multiplier) {
    long to = trade.cumulativeVolume();
    long from = to - trade.quantity();
    SeenTrade highest = top;
    if (from >= to) {
      return Verdict.OVERLAP; // below what a long can hold
    }
    if (highest == null) {
      begin(trade, from);
      return Verdict.ACCEPTED;
    }
    if (to > highest.volume()) {
      return addAbove(trade, from, highest, multiplier);
    }
    if (trade.eventTimeMillis() > second.time()) {
      return Verdict.CONTRADICTION; // the counter falls
    }
    return addWithin(trade, from, multiplier);
  }

  private void begin(StockFuturesTrade trade, long from) {
    SeenTrade seen = SeenTrade.of(trade);
    if (from > bottom) {
      holes.addAtTop(Hole.open(bottom, from, null, seen));
    } else {
      bottom = from;
    }
    lowest = seen;
    accept(trade, seen);
  }

  private Verdict addAbove(
      StockFuturesTrade trade, long from, SeenTrade highest, BigDecimal multiplier) {
    SeenTrade seen = SeenTrade.of(trade);
    if (from > highest.volume()) {
      Hole hole = Hole.open(highest.volume(), from, highest, seen);
      if (hole.isWild(trade, multiplier)) {
        return Verdict.CONTRADICTION;
      }
      holes.addAtTop(hole);
    }
    long fresh = seen.volume() - Math.max(from, highest.volume()) + cover(from, seen);
    accept(trade, seen);
    return fresh == trade.quantity() ? Verdict.ACCEPTED : Verdict.OVERLAP;
  }

  private Verdict addWithin(StockFuturesTrade trade, long from, BigDecimal multiplier) {
    SeenTrade seen = SeenTrade.of(trade);
    SeenTrade first = lowest;
    if (seen.volume() < bottom && first != null) {
      if (number == 0) {
        return Verdict.OVERLAP; // less than nothing traded today: it covers nothing
      }
      if (second.isAnother(trade)) {
        return Verdict.CONTRADICTION; // as it would if it were covered: no hole goes back in time
      }
      Hole hole = Hole.open(seen.volume(), bottom, seen, first);
      if (!hole.isWild(trade, multiplier)) {
        holes.addAtBottom(hole);
        bottom = seen.volume();
      }
    }
    if (holes.missing(from, seen.volume()) == 0 && (from >= bottom || seen.volume() < bottom)) {
      note(seen);
      return second.isAnother(trade) ? Verdict.CONTRADICTION : Verdict.DUPLICATE;
    }
    long fresh = cover(from, seen);
    accept(trade, seen);
    return fresh == trade.quantity() ? Verdict.ACCEPTED : Verdict.OVERLAP;
  }

  /** Fills holes, and lowers the begin; returns how many contracts that covered. */
  private long cover(long from, SeenTrade seen) {
    long fresh = holes.missing(from, seen.volume());
    holes.fill(from, seen);
    if (from < bottom) {
      fresh += Math.min(bottom, seen.volume()) - from;
      bottom = from;
      lowest = seen;
    }
    return fresh;
  }

  private void accept(StockFuturesTrade trade, SeenTrade seen) {
    SeenTrade highest = top;
    if (highest == null || seen.volume() > highest.volume()) {
      top = seen;
    }
    if (trade.eventTimeMillis() >= second.time()) {
      second.add(trade);
    }
  }

  /** Notes who brought a copy of a trade that stands beside an open hole, or may. */
  void note(SeenTrade copy) {
    SeenTrade highest = top;
    top = highest == null ? null : highest.and(copy);
    holes.note(copy);
  }

  /** Whether the trade equals one that was accepted in the run's latest second. */
  boolean hasCopy(StockFuturesTrade trade) {
    return second.hasCopy(trade);
  }

  void reportUpTo(long timeAfter, Consumer<Hole> report) {
    holes.reportUpTo(timeAfter, report);
  }

  /** From 0 in the day. */
  int number() {
    return number;
  }

  /** Event time of the trade that began the run; the first run has always been. */
  long beganAt() {
    return beganAt;
  }

  /** The largest event time accepted; {@link Long#MIN_VALUE} without a trade. */
  long latest() {
    return second.time();
  }

  SecondTrades second() {
    return second;
  }

  Holes holes() {
    return holes;
  }

  long bottom() {
    return bottom;
  }

  @Nullable SeenTrade lowest() {
    return lowest;
  }

  /** The accepted trade of largest cumulative volume; null without a trade. */
  @Nullable SeenTrade top() {
    return top;
  }

  CounterRun copy() {
    return new CounterRun(number, beganAt, holes.copy(), second.copy(), bottom, lowest, top);
  }
}
