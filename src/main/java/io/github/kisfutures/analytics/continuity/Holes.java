package io.github.kisfutures.analytics.continuity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The holes of a run in the order of volume, never overlapping nor touching. Of those that are
 * reported, at most {@value #MAX_REPORTED} are kept, beyond which the lowest is forgotten: it then
 * counts as covered.
 */
final class Holes {
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

  /** Adds an open hole above all others. */
  void addAtTop(Hole hole) {
    holes.add(hole);
    open++;
  }

  /** Adds an open hole below all others. */
  void addAtBottom(Hole hole) {
    holes.add(0, hole);
    open++;
  }

  /** How many contracts of the interval (from, to] lie in holes. */
  long missing(long from, long to) {
    long missing = 0;
    for (int i = firstEndingAbove(from); i < holes.size() && holes.get(i).from() < to; i++) {
      missing += Math.min(to, holes.get(i).to()) - Math.max(from, holes.get(i).from());
    }
    return missing;
  }

  /** Takes the volume of a trade, which begins at {@code from}, out of the holes. */
  void fill(long from, SeenTrade trade) {
    int index = firstEndingAbove(from);
    while (index < holes.size() && holes.get(index).from() < trade.volume()) {
      Hole hole = holes.remove(index);
      open -= hole.reported() ? 0 : 1;
      index = insert(index, hole.below(from, trade));
      index = insert(index, hole.above(trade));
    }
    forgetReported();
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

  /** Notes who brought a copy of a trade, for the open holes beside it. */
  void note(SeenTrade copy) {
    for (int i = 0; open > 0 && i < holes.size(); i++) {
      if (!holes.get(i).reported()) {
        holes.set(i, holes.get(i).and(copy));
      }
    }
  }

  /** Reports the open holes whose trade after is not younger than an event time. */
  void reportUpTo(long timeAfter, Consumer<Hole> report) {
    for (int i = 0; open > 0 && i < holes.size(); i++) {
      if (!holes.get(i).reported() && holes.get(i).after().time() <= timeAfter) {
        report(i, report);
      }
    }
    forgetReported();
  }

  /** Reports the lowest open hole, if there is one. */
  void reportLowest(Consumer<Hole> report) {
    for (int i = 0; open > 0 && i < holes.size(); i++) {
      if (!holes.get(i).reported()) {
        report(i, report);
        break;
      }
    }
    forgetReported();
  }

  /** The least event time of a trade after an open hole; {@link Long#MAX_VALUE} if none is open. */
  long earliestTimeAfter() {
    long earliest = Long.MAX_VALUE;
    for (int i = 0; open > 0 && i < holes.size(); i++) {
      if (!holes.get(i).reported()) {
        earliest = Math.min(earliest, holes.get(i).after().time());
      }
    }
    return earliest;
  }

  private void forgetReported() {
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
