package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.arithmetic.ExactSum;
import io.github.kisfutures.market.StockFuturesTrade;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a window remembers of its trades: enough for a {@link Bar}, however many they are and in
 * whatever order they came. Mutable; adding creates no object.
 */
public final class BarAccumulator {
  private final Ends ends;
  private final ExactSum volume;
  private final ExactSum priceByQuantity;
  private final BasisSums basis;
  private long high = Long.MIN_VALUE;
  private long low = Long.MAX_VALUE;

  /** A window without trades. */
  public BarAccumulator() {
    this(new Ends(TradePoint.WHOLE), new ExactSum(), new ExactSum(), new BasisSums());
  }

  private BarAccumulator(Ends ends, ExactSum volume, ExactSum priceByQuantity, BasisSums basis) {
    this.ends = ends;
    this.volume = volume;
    this.priceByQuantity = priceByQuantity;
    this.basis = basis;
  }

  /** Takes in a trade. */
  public void add(StockFuturesTrade trade) {
    ends.add(trade);
    volume.add(trade.quantity());
    priceByQuantity.addProduct(trade.price(), trade.quantity());
    high = Math.max(high, trade.price());
    low = Math.min(low, trade.price());
    basis.add(trade);
  }

  /** Takes in the trades of another window. */
  public void add(BarAccumulator other) {
    ends.add(other.ends);
    volume.add(other.volume);
    priceByQuantity.add(other.priceByQuantity);
    high = Math.max(high, other.high);
    low = Math.min(low, other.low);
    basis.add(other.basis);
  }

  /** Number of trades; where it is 0 the other values say nothing. */
  public long trades() {
    return ends.count();
  }

  TradePoint first() {
    return ends.first();
  }

  TradePoint last() {
    return ends.last();
  }

  ExactSum volume() {
    return volume;
  }

  ExactSum priceByQuantity() {
    return priceByQuantity;
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

  BarAccumulator copy() {
    BarAccumulator copy =
        new BarAccumulator(ends.copy(), volume.copy(), priceByQuantity.copy(), basis.copy());
    copy.high = high;
    copy.low = low;
    return copy;
  }

  void write(DataOutputView out) throws IOException {
    ends.write(out);
    volume.write(out);
    priceByQuantity.write(out);
    out.writeLong(high);
    out.writeLong(low);
    basis.write(out);
  }

  void read(DataInputView in) throws IOException {
    ends.read(in);
    volume.read(in);
    priceByQuantity.read(in);
    high = in.readLong();
    low = in.readLong();
    basis.read(in);
  }
}
