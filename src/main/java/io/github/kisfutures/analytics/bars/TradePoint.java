package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.io.IOException;
import java.util.Arrays;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a bar needs to know of its first or last trade. The values stand in the order in which
 * trades are compared: the run of the day's counters and the cumulative volume first, then, should
 * two trades share them, event time and every other value that can reach a bar. So trades that
 * compare equal are equal to a bar, and their arrival order cannot matter. Mutable.
 */
final class TradePoint {
  static final int RUN = 0;
  static final int CUMULATIVE_VOLUME = 1;
  static final int EVENT_TIME = 2;
  static final int CUMULATIVE_VALUE = 3;
  static final int PRICE = 4;
  static final int QUANTITY = 5;
  static final int BASIS = 6;
  static final int THEORETICAL_BASIS = 7;
  static final int DISPARITY = 8;
  static final int OPEN_INTEREST = 9;
  static final int OPEN_INTEREST_CHANGE_DAY = 10;
  static final int BUY_VOLUME = 11;
  static final int SELL_VOLUME = 12;
  static final int BEST_ASK = 13;
  static final int BEST_BID = 14;

  /** All values. */
  static final int WHOLE = 15;

  /** The values up to the basis only. */
  static final int UP_TO_BASIS = 7;

  /** The values up to the open interest only. */
  static final int UP_TO_OPEN_INTEREST = 10;

  /** Where the values come from; run and event time are no fields. */
  private static final TradeField[] FIELDS = {
    TradeField.CONTRACT,
    TradeField.CUMULATIVE_VOLUME,
    TradeField.TRADE_TIME,
    TradeField.CUMULATIVE_VALUE,
    TradeField.PRICE,
    TradeField.QUANTITY,
    TradeField.MARKET_BASIS,
    TradeField.THEORETICAL_BASIS,
    TradeField.DISPARITY,
    TradeField.OPEN_INTEREST,
    TradeField.OPEN_INTEREST_CHANGE_DAY,
    TradeField.CUMULATIVE_BUY_VOLUME,
    TradeField.CUMULATIVE_SELL_VOLUME,
    TradeField.BEST_ASK,
    TradeField.BEST_BID
  };

  private final long[] values;

  /** A point of the first {@code width} values. */
  TradePoint(int width) {
    this(new long[width]);
  }

  private TradePoint(long[] values) {
    this.values = values;
  }

  /** Takes the values of a trade. */
  void set(StockFuturesTrade trade) {
    for (int i = 0; i < values.length; i++) {
      values[i] = value(trade, i);
    }
  }

  /** Takes the values of another point of the same width. */
  void set(TradePoint other) {
    System.arraycopy(other.values, 0, values, 0, values.length);
  }

  /** Negative if the trade comes before this point, positive if after. */
  int compareTrade(StockFuturesTrade trade) {
    for (int i = 0; i < values.length; i++) {
      int order = Long.compare(value(trade, i), values[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Negative if the other point comes before this one, positive if after. */
  int comparePoint(TradePoint other) {
    return Arrays.compare(other.values, values);
  }

  private static long value(StockFuturesTrade trade, int index) {
    return switch (index) {
      case RUN -> trade.run();
      case EVENT_TIME -> trade.eventTimeMillis();
      default -> trade.raw(FIELDS[index]);
    };
  }

  /** A raw value, {@link StockFuturesTrade#NULL} if absent. */
  long raw(int index) {
    return values[index];
  }

  TradePoint copy() {
    return new TradePoint(values.clone());
  }

  void write(DataOutputView out) throws IOException {
    for (long value : values) {
      out.writeLong(value);
    }
  }

  void read(DataInputView in) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readLong();
    }
  }
}
