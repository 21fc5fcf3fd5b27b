package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.arithmetic.ExactSum;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a window remembers of its trades: enough for a {@link Bar}, however many they are and in
 * whatever order they came. Nearly always they are of one run of the day's counters. Mutable;
 * adding creates no object but for a run's first trade.
 */
public final class BarAccumulator {
  private final List<RunPart> runs;
  private final BasisSums basis;
  private final Ends openInterest;
  private long high = Long.MIN_VALUE;
  private long low = Long.MAX_VALUE;

  /** A window without trades. */
  public BarAccumulator() {
    this(new ArrayList<>(1), new BasisSums(), new Ends(TradePoint.UP_TO_OPEN_INTEREST));
  }

  private BarAccumulator(List<RunPart> runs, BasisSums basis, Ends openInterest) {
    this.runs = runs;
    this.basis = basis;
    this.openInterest = openInterest;
  }

  /** Takes in a trade. */
  public void add(StockFuturesTrade trade) {
    part(trade.run()).add(trade);
    high = Math.max(high, trade.price());
    low = Math.min(low, trade.price());
    basis.add(trade);
    long interest = trade.raw(TradeField.OPEN_INTEREST);
    if (interest != 0 && interest != StockFuturesTrade.NULL) {
      openInterest.add(trade);
    }
  }

  /** Takes in the trades of another window. */
  public void add(BarAccumulator other) {
    for (RunPart part : other.runs) {
      part(part.run()).add(part);
    }
    high = Math.max(high, other.high);
    low = Math.min(low, other.low);
    basis.add(other.basis);
    openInterest.add(other.openInterest);
  }

  /** The part of a run, begun if it is not there; the list is in the order of the runs. */
  private RunPart part(long run) {
    int index = runs.size();
    while (index > 0 && runs.get(index - 1).run() > run) {
      index--;
    }
    if (index > 0 && runs.get(index - 1).run() == run) {
      return runs.get(index - 1);
    }
    RunPart part = new RunPart();
    runs.add(index, part);
    return part;
  }

  /** Number of trades; where it is 0 the other values say nothing. */
  public long trades() {
    long trades = 0;
    for (RunPart part : runs) {
      trades += part.count();
    }
    return trades;
  }

  /** The parts of the runs that have trades here, in their order. */
  List<RunPart> runs() {
    return runs;
  }

  TradePoint first() {
    return runs.get(0).first();
  }

  TradePoint last() {
    return runs.get(runs.size() - 1).last();
  }

  ExactSum volume() {
    ExactSum volume = new ExactSum();
    runs.forEach(part -> volume.add(part.volume()));
    return volume;
  }

  ExactSum priceByQuantity() {
    ExactSum sum = new ExactSum();
    runs.forEach(part -> sum.add(part.priceByQuantity()));
    return sum;
  }

  long high() {
    return high;
  }

  long low() {
    return low;
  }

  BasisSums basis() {
    return basis;
  }

  /** The first and the last trade that say an open interest: 0 says nothing. */
  Ends openInterest() {
    return openInterest;
  }

  BarAccumulator copy() {
    List<RunPart> parts = new ArrayList<>(runs.size());
    runs.forEach(part -> parts.add(part.copy()));
    BarAccumulator copy = new BarAccumulator(parts, basis.copy(), openInterest.copy());
    copy.high = high;
    copy.low = low;
    return copy;
  }

  void write(DataOutputView out) throws IOException {
    out.writeInt(runs.size());
    for (RunPart part : runs) {
      part.write(out);
    }
    out.writeLong(high);
    out.writeLong(low);
    basis.write(out);
    openInterest.write(out);
  }

  void read(DataInputView in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      RunPart part = new RunPart();
      part.read(in);
      runs.add(part);
    }
    high = in.readLong();
    low = in.readLong();
    basis.read(in);
    openInterest.read(in);
  }
}
