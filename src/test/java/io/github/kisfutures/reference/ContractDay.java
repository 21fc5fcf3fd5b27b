package io.github.kisfutures.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of one contract's cumulative volume was seen on one trading date: {@code docs/numbers.md},
 * "Continuity".
 */
final class ContractDay {
  private static final int MAX_OPEN_HOLES = 64;

  /** Disjoint, not touching, ascending. */
  private List<VolumeRange> covered = new ArrayList<>();

  /** Not covered and not yet reported, ascending. */
  private List<VolumeRange> open = new ArrayList<>();

  private final List<VolumeRange> reported = new ArrayList<>();
  private final List<Map<String, @Nullable String>> gaps = new ArrayList<>();
  private final Map<Long, RawTrade> startingAt = new HashMap<>();
  private final Map<Long, RawTrade> endingAt = new HashMap<>();
  private final long multiplier;

  ContractDay(long multiplier) {
    this.multiplier = multiplier;
  }

  enum Verdict {
    NEW,
    DUPLICATE,
    ANOMALY
  }

  Verdict add(RawTrade trade) {
    VolumeRange range = new VolumeRange(trade.volumeBefore(), trade.volumeAfter());
    if (trade.quantity() <= 0) {
      return Verdict.ANOMALY;
    }
    if (covered.stream().anyMatch(c -> c.contains(range))) {
      return Verdict.DUPLICATE;
    }
    boolean partlyCovered = covered.stream().anyMatch(c -> c.overlaps(range));
    startingAt.putIfAbsent(range.from(), trade);
    endingAt.putIfAbsent(range.to(), trade);
    cover(range);
    open = unreportedHoles();
    while (open.size() > MAX_OPEN_HOLES) {
      report(open.get(0));
    }
    return partlyCovered ? Verdict.ANOMALY : Verdict.NEW;
  }

  /** Reports the holes whose settle time the watermark has reached. */
  void settle(Instant watermark, Duration gapSettleTime) {
    for (VolumeRange hole : List.copyOf(open)) {
      Instant deadline = startingAt.get(hole.to()).eventTime().plus(gapSettleTime);
      if (!watermark.isBefore(deadline)) {
        report(hole);
      }
    }
  }

  /** Reports what is still open: the end of the input. */
  void settleAll() {
    List.copyOf(open).forEach(this::report);
  }

  /** The reported gaps, in the order in which they were reported. */
  List<Map<String, @Nullable String>> gaps() {
    return gaps;
  }

  private void cover(VolumeRange range) {
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

  /** The holes between 0 and the highest covered volume, ascending, less those already reported. */
  private List<VolumeRange> unreportedHoles() {
    List<VolumeRange> holes = new ArrayList<>();
    long end = 0;
    for (VolumeRange range : covered) {
      VolumeRange hole = new VolumeRange(end, range.from());
      if (hole.from() < hole.to() && reported.stream().noneMatch(r -> r.contains(hole))) {
        holes.add(hole);
      }
      end = range.to();
    }
    return holes;
  }

  private void report(VolumeRange hole) {
    open.remove(hole);
    reported.add(hole);
    RawTrade before = hole.from() == 0 ? null : endingAt.get(hole.from());
    RawTrade after = startingAt.get(hole.to());
    Map<String, @Nullable Object> gap = new LinkedHashMap<>();
    gap.put("contract", after.contract());
    gap.put("trading_date", after.tradingDate());
    gap.put("from_volume", hole.from());
    gap.put("to_volume", hole.to());
    gap.put("missed_volume", hole.to() - hole.from());
    gap.put(
        "missed_value", after.valueBefore(multiplier) - (before == null ? 0 : before.valueAfter()));
    gap.put("time_before", before == null ? null : before.eventTime());
    gap.put("time_after", after.eventTime());
    gap.put("cause", before == null ? "LATE_JOIN" : "UNKNOWN");
    gaps.add(ResultTable.GAPS.row(gap));
  }
}
