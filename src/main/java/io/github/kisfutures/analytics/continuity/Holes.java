package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.market.StockFuturesTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The holes of a contract-day in the order of volume, never overlapping nor touching. Bounded: at
 * most {@value #MAX_OPEN} open ones, beyond which the lowest is reported early ({@code
 * docs/numbers.md}, "Continuity"), and {@value #MAX_REPORTED} reported ones, beyond which the
 * lowest is forgotten: it then counts as covered.
 */
final class Holes {
  static final int MAX_OPEN = 64;
  static final int MAX_REPORTED = 256;

  private final List<Hole> holes;
  private int open;

  Holes() {
    this(new ArrayList<>(0));
  }

  Holes(List<Hole> holes) {
    this.holes = holes;
    for (Hole hole : holes) {
      open += hole.reported() ? 0 : 1;
    }
  }

  /** Holes not reported yet. */
  int open() {
    return open;
  }

  List<Hole> list() {
    return holes;
  }

  Holes copy() {
    return new Holes(new ArrayList<>(holes));
  }

  /** Adds a hole above all others. */
  void addAtTop(Hole hole, Consumer<Hole> report) {
    holes.add(hole);
    open++;
    keepBounds(report);
  }

  /**
   * Takes the volume of a trade out of the holes.
   *
   * @return how many contracts of the trade lay in holes
   */
  long fill(long from, StockFuturesTrade trade, int multiplier, Consumer<Hole> report) {
    long to = trade.cumulativeVolume();
    int index = firstEndingAbove(from);
    long filled = 0;
    while (index < holes.size() && holes.get(index).from() < to) {
      Hole hole = holes.remove(index);
      open -= hole.reported() ? 0 : 1;
      filled += Math.min(to, hole.to()) - Math.max(from, hole.from());
      index = insert(index, hole.below(from, trade, multiplier));
      index = insert(index, hole.above(trade));
    }
    if (filled > 0) {
      keepBounds(report);
    }
    return filled;
  }

  private int insert(int index, @Nullable Hole hole) {
    if (hole == null) {
      return index;
    }
    holes.add(index, hole);
    open += hole.reported() ? 0 : 1;
    return index + 1;
  }

  /** From the top down, where late trades belong. */
  private int firstEndingAbove(long volume) {
    int index = holes.size();
    while (index > 0 && holes.get(index - 1).to() > volume) {
      index--;
    }
    return index;
  }

  /** Reports the open holes whose trade after is not younger than an event time. */
  void reportUpTo(long timeAfter, Consumer<Hole> report) {
    for (int i = 0; open > 0 && i < holes.size(); i++) {
      Hole hole = holes.get(i);
      if (!hole.reported() && hole.timeAfter() <= timeAfter) {
        report(i, report);
      }
    }
    keepBounds(report);
  }

  /** The least event time of a trade after an open hole; {@link Long#MAX_VALUE} if none is open. */
  long earliestTimeAfter() {
    long earliest = Long.MAX_VALUE;
    for (int i = 0; open > 0 && i < holes.size(); i++) {
      Hole hole = holes.get(i);
      if (!hole.reported()) {
        earliest = Math.min(earliest, hole.timeAfter());
      }
    }
    return earliest;
  }

  private void keepBounds(Consumer<Hole> report) {
    for (int i = 0; open > MAX_OPEN; i++) {
      if (!holes.get(i).reported()) {
        report(i, report);
      }
    }
    for (int i = 0; holes.size() - open > MAX_REPORTED; ) {
      if (holes.get(i).reported()) {
        holes.remove(i);
      } else {
        i++;
      }
    }
  }

  private void report(int index, Consumer<Hole> report) {
    Hole hole = holes.get(index);
    holes.set(index, hole.asReported());
    open--;
    report.accept(hole);
  }
}
