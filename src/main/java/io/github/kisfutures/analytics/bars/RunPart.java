package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.arithmetic.ExactSum;
import io.github.kisfutures.market.StockFuturesTrade;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What a window remembers of the trades of one run of the day's counters. Mutable. */
final class RunPart {
  private final Ends ends;
  private final ExactSum volume;
  private final ExactSum priceByQuantity;

  RunPart() {
    this(new Ends(TradePoint.WHOLE), new ExactSum(), new ExactSum());
  }

  private RunPart(Ends ends, ExactSum volume, ExactSum priceByQuantity) {
    this.ends = ends;
    this.volume = volume;
    this.priceByQuantity = priceByQuantity;
  }

  void add(StockFuturesTrade trade) {
    ends.add(trade);
    volume.add(trade.quantity());
    priceByQuantity.addProduct(trade.price(), trade.quantity());
  }

  void add(RunPart other) {
    ends.add(other.ends);
    volume.add(other.volume);
    priceByQuantity.add(other.priceByQuantity);
  }

  /** The run, from 0 in the day. */
  long run() {
    return ends.last().raw(TradePoint.RUN);
  }

  long count() {
    return ends.count();
  }

  TradePoint first() {
    return ends.first();
  }

  TradePoint last() {
    return ends.last();
  }

  /** Sum of the trades' contracts. */
  ExactSum volume() {
    return volume;
  }

  /** Sum of price x contracts. */
  ExactSum priceByQuantity() {
    return priceByQuantity;
  }

  RunPart copy() {
    return new RunPart(ends.copy(), volume.copy(), priceByQuantity.copy());
  }

  void write(DataOutputView out) throws IOException {
    ends.write(out);
    volume.write(out);
    priceByQuantity.write(out);
  }

  void read(DataInputView in) throws IOException {
    ends.read(in);
    volume.read(in);
    priceByQuantity.read(in);
  }
}
