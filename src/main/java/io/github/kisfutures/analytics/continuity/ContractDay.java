package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.market.StockFuturesTrade;
import java.util.function.Consumer;

/**
 * Which part of a contract's cumulative volume of one trading date has been seen ({@code
 * docs/numbers.md}, "Continuity"): everything up to the highest cumulative volume, less the holes.
 * Mutable, no Flink.
 *
 * <p>A trade occupies (cumulative volume - quantity, cumulative volume]. The result depends on the
 * trades, not on the order of their arrival.
 */
public final class ContractDay {
  private final String contract;
  private final long epochDay;
  private final Holes holes;

  /** Volume begins at 0; only a trade with more contracts than the day has begins below. */
  private long bottom;

  private long top;
  private long topValue;
  private long topTime = Hole.NO_TIME;

  /** A day of which nothing has been seen; the date is given in days since 1970-01-01. */
  public ContractDay(String contract, long epochDay) {
    this(contract, epochDay, new Holes());
  }

  ContractDay(String contract, long epochDay, Holes holes) {
    this.contract = contract;
    this.epochDay = epochDay;
    this.holes = holes;
  }

  /**
   * Takes in a trade of this contract and date.
   *
   * @param multiplier shares per contract
   * @param cause why there is a hole, if the trade opens one above all volume seen so far
   * @param gaps receives holes that must be reported early because too many are open
   */
  public Verdict add(StockFuturesTrade trade, int multiplier, GapCause cause, Consumer<Gap> gaps) {
    long to = trade.cumulativeVolume();
    long from = to - trade.quantity();
    // the last two: below all that can be held, or below what a long can
    if (trade.quantity() <= 0 || to < bottom || from >= to) {
      return Verdict.ANOMALY;
    }
    if (from < top || from < 0) {
      return addBelowTop(from, trade, multiplier, gaps);
    }
    if (from > top) {
      holes.addAtTop(
          new Hole(
              top,
              from,
              topTime,
              topValue,
              trade.eventTimeMillis(),
              Hole.valueJustBefore(trade, multiplier),
              top == 0 ? GapCause.LATE_JOIN : cause,
              false),
          hole -> gaps.accept(gap(hole)));
    }
    advance(trade);
    return Verdict.ACCEPTED;
  }

  private Verdict addBelowTop(
      long from, StockFuturesTrade trade, int multiplier, Consumer<Gap> gaps) {
    long fresh = holes.fill(from, trade, multiplier, hole -> gaps.accept(gap(hole)));
    if (from < bottom) {
      fresh += bottom - from;
      bottom = from;
    }
    long to = trade.cumulativeVolume();
    if (to > top) {
      fresh += to - top;
      advance(trade);
    }
    if (fresh == 0) {
      return Verdict.DUPLICATE;
    }
    return fresh == trade.quantity() ? Verdict.ACCEPTED : Verdict.ANOMALY;
  }

  private void advance(StockFuturesTrade trade) {
    top = trade.cumulativeVolume();
    topValue = trade.cumulativeValue();
    topTime = trade.eventTimeMillis();
  }

  /**
   * Reports the open holes whose following trade happened at an event time or before, each once.
   *
   * @param timeAfterMillis milliseconds since the epoch
   */
  public void reportUpTo(long timeAfterMillis, Consumer<Gap> gaps) {
    holes.reportUpTo(timeAfterMillis, hole -> gaps.accept(gap(hole)));
  }

  private Gap gap(Hole hole) {
    return hole.toGap(contract, epochDay);
  }

  /** Holes not reported yet. */
  public int openHoles() {
    return holes.open();
  }

  /** The least event time of a trade after an open hole; {@link Long#MAX_VALUE} if none is open. */
  public long earliestTimeAfter() {
    return holes.earliestTimeAfter();
  }

  /** The trading date in days since 1970-01-01. */
  public long epochDay() {
    return epochDay;
  }

  /** The highest cumulative volume seen. */
  public long top() {
    return top;
  }

  /** Contracts in holes, reported or not. */
  public long missingVolume() {
    long missing = 0;
    for (Hole hole : holes.list()) {
      missing += hole.to() - hole.from();
    }
    return missing;
  }

  ContractDay copy() {
    ContractDay copy = new ContractDay(contract, epochDay, holes.copy());
    copy.restore(bottom, top, topValue, topTime);
    return copy;
  }

  void restore(long savedBottom, long savedTop, long savedValue, long savedTime) {
    bottom = savedBottom;
    top = savedTop;
    topValue = savedValue;
    topTime = savedTime;
  }

  long bottom() {
    return bottom;
  }

  long topValue() {
    return topValue;
  }

  long topTime() {
    return topTime;
  }

  Holes holes() {
    return holes;
  }
}
