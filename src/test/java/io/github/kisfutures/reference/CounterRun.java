package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of one run of a contract-day's cumulative volume was seen: {@code docs/numbers.md},
 * "Continuity".
 */
final class CounterRun {
  private static final int REMEMBERED = 256;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final int number;
  private final RawTrade first;
  private final BigDecimal multiplier;

  /** Disjoint, not touching, ascending. */
  private List<VolumeRange> covered = new ArrayList<>();

  private final List<VolumeRange> reported = new ArrayList<>();
  private final Map<Long, RawTrade> startingAt = new HashMap<>();
  private final Map<Long, RawTrade> endingAt = new HashMap<>();
  private RawTrade top;

  /** The largest event time accepted, and the accepted trades that have it. */
  private Instant latest;

  private final Set<TradeIdentity> ofLatest = new HashSet<>();

  /** Begins a run with its first trade, which is accepted. */
  CounterRun(int number, RawTrade first, BigDecimal multiplier) {
    this.number = number;
    this.first = first;
    this.multiplier = multiplier;
    this.top = first;
    this.latest = first.eventTime();
    accept(first);
  }

  int number() {
    return number;
  }

  RawTrade first() {
    return first;
  }

  /** The accepted trade of largest ACML_VOL. */
  RawTrade top() {
    return top;
  }

  boolean contradictedBy(RawTrade trade) {
    return falls(trade) || jumpsWildly(trade);
  }

  private boolean falls(RawTrade trade) {
    if (trade.volumeAfter() > top().volumeAfter()) {
      return false;
    }
    boolean later = trade.eventTime().isAfter(latest);
    return later
        || trade.eventTime().equals(latest)
            && (covers(trade) || liesBelow(trade))
            && ofLatest.size() <= REMEMBERED
            && !hasCopyOf(trade);
  }

  private boolean jumpsWildly(RawTrade trade) {
    return trade.volumeBefore() > top().volumeAfter() && isWild(top(), trade, trade);
  }

  /** Whether, by the day's low and high that a record says, nothing like it can lie between. */
  private boolean isWild(RawTrade before, RawTrade after, RawTrade saying) {
    BigDecimal missedValue = missedValue(before, after);
    if (missedValue.signum() < 0) {
      return true;
    }
    BigDecimal low = saying.number("day_low");
    BigDecimal high = saying.number("day_high");
    if (low == null || high == null || low.signum() <= 0 || high.signum() <= 0) {
      return false;
    }
    BigDecimal shares =
        BigDecimal.valueOf(after.volumeBefore() - before.volumeAfter()).multiply(multiplier);
    return missedValue.compareTo(shares.multiply(low).divide(TWO)) < 0
        || missedValue.compareTo(shares.multiply(high).multiply(TWO)) > 0;
  }

  /** Whether one of the trades of the latest event time has the same five values. */
  boolean hasCopyOf(RawTrade trade) {
    return ofLatest.contains(TradeIdentity.of(trade));
  }

  /** Won between two trades; {@code before} is null at the day's begin. */
  BigDecimal missedValue(@Nullable RawTrade before, RawTrade after) {
    BigDecimal from = before == null ? BigDecimal.ZERO : BigDecimal.valueOf(before.valueAfter());
    return after.valueBefore(multiplier).subtract(from);
  }

  /**
   * Whether the interval is covered. Coverage of a later run begins just before its first trade:
   * what lies so far below that the hole up to it would be wild counts as covered.
   */
  boolean covers(RawTrade trade) {
    VolumeRange range = VolumeRange.of(trade);
    long begin = covered.get(0).from();
    return covered.stream().anyMatch(c -> c.contains(range))
        || liesBelow(trade) && isWild(trade, startingAt.get(begin), trade);
  }

  /** Whether a hole would be left up to the begin of this run, which is a later one. */
  private boolean liesBelow(RawTrade trade) {
    return number > 0 && trade.volumeAfter() < covered.get(0).from();
  }

  boolean partlyCovers(RawTrade trade) {
    return covered.stream().anyMatch(c -> c.overlaps(VolumeRange.of(trade)));
  }

  void accept(RawTrade trade) {
    VolumeRange range = VolumeRange.of(trade);
    top = trade.volumeAfter() > top.volumeAfter() ? trade : top;
    if (trade.eventTime().isAfter(latest)) {
      latest = trade.eventTime();
      ofLatest.clear();
    }
    if (trade.eventTime().equals(latest)) {
      ofLatest.add(TradeIdentity.of(trade));
    }
    startingAt.putIfAbsent(range.from(), trade);
    endingAt.putIfAbsent(range.to(), trade);
    List<VolumeRange> ranges = new ArrayList<>(covered);
    ranges.add(range);
    ranges.sort(Comparator.comparingLong(VolumeRange::from));
    List<VolumeRange> merged = new ArrayList<>();
    for (VolumeRange next : ranges) {
      VolumeRange last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && next.from() <= last.to()) {
        merged.set(merged.size() - 1, new VolumeRange(last.from(), Math.max(last.to(), next.to())));
      } else {
        merged.add(next);
      }
    }
    covered = merged;
  }

  /** The holes between covered intervals, ascending, less those already reported. */
  List<VolumeRange> openHoles() {
    List<VolumeRange> holes = new ArrayList<>();
    long end = number == 0 ? 0 : covered.get(0).from(); // no LATE_JOIN but in the day's first run
    for (VolumeRange range : covered) {
      VolumeRange hole = new VolumeRange(end, range.from());
      if (hole.from() < hole.to() && reported.stream().noneMatch(r -> r.contains(hole))) {
        holes.add(hole);
      }
      end = range.to();
    }
    return holes;
  }

  void reported(VolumeRange hole) {
    reported.add(hole);
  }

  /** The trade at the end of a hole. */
  RawTrade after(VolumeRange hole) {
    return startingAt.get(hole.to());
  }

  /** The trade at the begin of a hole; null at the day's begin. */
  @Nullable RawTrade before(VolumeRange hole) {
    return number == 0 && hole.from() == 0 ? null : endingAt.get(hole.from());
  }
}
