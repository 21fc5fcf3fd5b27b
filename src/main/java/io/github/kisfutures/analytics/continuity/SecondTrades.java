package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.market.StockFuturesTrade;
import java.io.IOException;
import java.util.Arrays;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The trades of one second, as far as they can be told apart: cumulative volume, cumulative value,
 * price, quantity. So a copy is known from another trade of that second. At most {@value #MAX}; of
 * a second with more nobody can say which is a copy. Mutable.
 */
final class SecondTrades {
  static final int MAX = 256;
  private static final int WIDTH = 4;

  private long time = Long.MIN_VALUE;
  private long[] values = new long[WIDTH];
  private int count;

  /** The event time of these trades, milliseconds; {@link Long#MIN_VALUE} without any. */
  long time() {
    return time;
  }

  /** Takes in a trade of this second, or of a later one, which begins anew. */
  void add(StockFuturesTrade trade) {
    if (trade.eventTimeMillis() > time) {
      time = trade.eventTimeMillis();
      count = 0;
    }
    if (count < MAX) {
      int at = count * WIDTH;
      if (at == values.length) {
        values = Arrays.copyOf(values, 2 * at);
      }
      values[at] = trade.cumulativeVolume();
      values[at + 1] = trade.cumulativeValue();
      values[at + 2] = trade.price();
      values[at + 3] = trade.quantity();
    }
    count = Math.min(count + 1, MAX + 1);
  }

  /** Whether the trade is of this second and equal to one of these. */
  boolean hasCopy(StockFuturesTrade trade) {
    if (trade.eventTimeMillis() != time) {
      return false;
    }
    long volume = trade.cumulativeVolume();
    int end = Math.min(count, MAX) * WIDTH;
    for (int at = 0; at < end; at += WIDTH) {
      if (values[at] == volume
          && values[at + 1] == trade.cumulativeValue()
          && values[at + 2] == trade.price()
          && values[at + 3] == trade.quantity()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the trade is of this second, and surely another than all of these. */
  boolean isAnother(StockFuturesTrade trade) {
    return trade.eventTimeMillis() == time && count <= MAX && !hasCopy(trade);
  }

  SecondTrades copy() {
    SecondTrades copy = new SecondTrades();
    copy.time = time;
    copy.values = values.clone();
    copy.count = count;
    return copy;
  }

  void write(DataOutputView out) throws IOException {
    out.writeLong(time);
    out.writeShort(count);
    for (int i = 0; i < Math.min(count, MAX) * WIDTH; i++) {
      out.writeLong(values[i]);
    }
  }

  static SecondTrades read(DataInputView in) throws IOException {
    SecondTrades trades = new SecondTrades();
    trades.time = in.readLong();
    trades.count = in.readShort();
    int kept = Math.min(trades.count, MAX) * WIDTH;
    trades.values = new long[Math.max(kept, WIDTH)];
    for (int i = 0; i < kept; i++) {
      trades.values[i] = in.readLong();
    }
    return trades;
  }
}
