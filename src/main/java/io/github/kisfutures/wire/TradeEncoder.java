package io.github.kisfutures.wire;

import io.github.kisfutures.market.PackedCode;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.util.List;

/**
 * Writes trades as an H0ZFCNT0 data frame, as KIS does ({@code docs/feed.md}, "Frames"): the
 * inverse of {@link TradeDecoder} for frames of 49 fields.
 */
public final class TradeEncoder {
  private static final int MAX_RECORDS = 999;
  private static final TradeField[] FIELDS = TradeField.values();

  private TradeEncoder() {}

  /**
   * One frame that holds the trades, in their order.
   *
   * @throws IllegalArgumentException if there are none, or more than the three digits of a count
   *     allow
   */
  public static String encode(List<StockFuturesTrade> trades) {
    if (trades.isEmpty() || trades.size() > MAX_RECORDS) {
      throw new IllegalArgumentException(
          "a frame holds 1 to " + MAX_RECORDS + " trades, not " + trades.size());
    }
    StringBuilder out = new StringBuilder(32 + 280 * trades.size());
    out.append("0|").append(TradeDecoder.TR_ID).append('|');
    appendPadded(out, trades.size(), 3);
    char separator = '|';
    for (StockFuturesTrade trade : trades) {
      for (TradeField field : FIELDS) {
        out.append(separator);
        appendField(out, trade, field);
        separator = '^';
      }
    }
    return out.toString();
  }

  private static void appendField(StringBuilder out, StockFuturesTrade trade, TradeField field) {
    if (field.kind() == TradeField.Kind.CONTRACT) {
      out.append(trade.contract());
      return;
    }
    long value = trade.raw(field);
    if (value == StockFuturesTrade.NULL) {
      out.append(field.kind() == TradeField.Kind.TIME ? "000000" : "");
      return;
    }
    switch (field.kind()) {
      case TRADE_TIME, TIME -> appendTime(out, (int) value);
      case DECIMAL -> appendDecimal(out, value);
      case CODE -> out.append(PackedCode.unpack(value));
      default -> out.append(value);
    }
  }

  private static void appendTime(StringBuilder out, int secondOfDay) {
    appendPadded(out, secondOfDay / 3600, 2);
    appendPadded(out, secondOfDay / 60 % 60, 2);
    appendPadded(out, secondOfDay % 60, 2);
  }

  private static void appendDecimal(StringBuilder out, long hundredths) {
    if (hundredths < 0) {
      out.append('-');
    }
    long magnitude = Math.abs(hundredths);
    out.append(magnitude / 100).append('.');
    appendPadded(out, (int) (magnitude % 100), 2);
  }

  private static void appendPadded(StringBuilder out, int number, int width) {
    String digits = Integer.toString(number);
    for (int i = digits.length(); i < width; i++) {
      out.append('0');
    }
    out.append(digits);
  }
}
