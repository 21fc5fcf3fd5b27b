package io.github.kisfutures.table;

import io.github.kisfutures.market.PackedCode;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.jspecify.annotations.Nullable;

/**
 * A column that a tick table may have ({@code docs/numbers.md}, "Ticks"): the 49 fields, {@code
 * event_time}, {@code receive_time} and {@code session}. A field may also be declared under the
 * name KIS gives it, in upper or lower case.
 *
 * @param name its name in tables
 * @param type what it must be declared as
 * @param mandatory whether every trade has it
 * @param field the field of the wire, or null if it is ours
 * @param value its value
 */
record TickColumn(
    String name, TickType type, boolean mandatory, @Nullable TradeField field, TradeValue value) {
  private static final int DECIMAL_PRECISION = 18;
  private static final int DECIMAL_SCALE = 2;
  private static final int MILLIS_PER_SECOND = 1000;

  private static final Map<String, TickColumn> BY_NAME = new LinkedHashMap<>();

  static {
    for (TradeField field : TradeField.values()) {
      add(new TickColumn(field.column(), type(field), field.mandatory(), field, value(field)));
    }
    add(ofMetadata("event_time", TickType.TIMESTAMP, TickMetadata.EVENT_TIME));
    add(ofMetadata("receive_time", TickType.TIMESTAMP, TickMetadata.RECEIVE_TIME));
    add(ofMetadata("session", TickType.TEXT, TickMetadata.SESSION));
  }

  private static void add(TickColumn column) {
    BY_NAME.put(column.name, column);
  }

  private static TickColumn ofMetadata(String name, TickType type, TickMetadata metadata) {
    return new TickColumn(name, type, true, null, metadata.value());
  }

  /** The column of that name or KIS name, or null if there is none. */
  static @Nullable TickColumn find(String name) {
    TickColumn column = BY_NAME.get(name);
    return column != null ? column : byKisName(name);
  }

  private static @Nullable TickColumn byKisName(String name) {
    String kisName = name.toUpperCase(Locale.ROOT);
    boolean oneCase = name.equals(kisName) || name.equals(name.toLowerCase(Locale.ROOT));
    for (TradeField field : TradeField.values()) {
      if (oneCase && field.kisName().equals(kisName)) {
        return BY_NAME.get(field.column());
      }
    }
    return null;
  }

  /** All names but KIS's. */
  static Set<String> names() {
    return BY_NAME.keySet();
  }

  private static TickType type(TradeField field) {
    return switch (field.kind()) {
      case CONTRACT, CODE -> TickType.TEXT;
      case TRADE_TIME, TIME -> TickType.TIME;
      case LONG -> TickType.BIGINT;
      case DECIMAL -> TickType.DECIMAL;
    };
  }

  private static TradeValue value(TradeField field) {
    return switch (field.kind()) {
      case CONTRACT -> trade -> StringData.fromString(trade.contract());
      case LONG ->
          trade -> {
            long raw = trade.raw(field);
            return raw == StockFuturesTrade.NULL ? null : raw;
          };
      case DECIMAL ->
          trade -> {
            long raw = trade.raw(field);
            return raw == StockFuturesTrade.NULL
                ? null
                : DecimalData.fromUnscaledLong(raw, DECIMAL_PRECISION, DECIMAL_SCALE);
          };
      case CODE ->
          trade -> {
            long raw = trade.raw(field);
            return raw == StockFuturesTrade.NULL
                ? null
                : StringData.fromString(PackedCode.unpack(raw));
          };
      case TRADE_TIME, TIME ->
          trade -> {
            long raw = trade.raw(field);
            return raw == StockFuturesTrade.NULL ? null : (int) raw * MILLIS_PER_SECOND;
          };
    };
  }
}
