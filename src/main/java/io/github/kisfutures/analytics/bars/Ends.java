package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.market.StockFuturesTrade;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The first and the last of the trades seen, and their number. Mutable. */
final class Ends {
  private final TradePoint first;
  private final TradePoint last;
  private long count;

  /** No trade yet; points of {@code width} values. */
  Ends(int width) {
    this(new TradePoint(width), new TradePoint(width));
  }

  private Ends(TradePoint first, TradePoint last) {
    this.first = first;
    this.last = last;
  }

  void add(StockFuturesTrade trade) {
    if (count == 0 || first.compareTrade(trade) < 0) {
      first.set(trade);
    }
    if (count == 0 || last.compareTrade(trade) > 0) {
      last.set(trade);
    }
    count++;
  }

  void add(Ends other) {
    if (other.count == 0) {
      return;
    }
    if (count == 0 || first.comparePoint(other.first) < 0) {
      first.set(other.first);
    }
    if (count == 0 || last.comparePoint(other.last) > 0) {
      last.set(other.last);
    }
    count += other.count;
  }

  /** Number of trades; where it is 0 the points say nothing. */
  long count() {
    return count;
  }

  TradePoint first() {
    return first;
  }

  TradePoint last() {
    return last;
  }

  Ends copy() {
    Ends copy = new Ends(first.copy(), last.copy());
    copy.count = count;
    return copy;
  }

  void write(DataOutputView out) throws IOException {
    out.writeLong(count);
    first.write(out);
    last.write(out);
  }

  void read(DataInputView in) throws IOException {
    count = in.readLong();
    first.read(in);
    last.read(in);
  }
}
