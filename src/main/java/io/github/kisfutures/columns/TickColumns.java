package io.github.kisfutures.columns;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.market.Unit;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * The table {@code ticks}: the fields of a trade as {@link TradeField} declares them, then ours.
 */
public final class TickColumns {
  private static final ColumnType<BigDecimal> AMOUNT = ColumnType.decimal(18, 2);

  /** Every trade once. */
  public static final ResultTable<StockFuturesTrade> TABLE =
      add(ResultTable.<StockFuturesTrade>named("ticks"), trade -> trade)
          .rowtime("event_time")
          .build();

  private TickColumns() {}

  /**
   * Where a record has its trade.
   *
   * @param <T> the record
   */
  @FunctionalInterface
  public interface TradeOf<T> extends Serializable {
    /** The record's trade. */
    StockFuturesTrade of(T element);
  }

  /** Adds these columns to a table of records that have a trade. */
  public static <T> ResultTable.Builder<T> add(ResultTable.Builder<T> table, TradeOf<T> trade) {
    for (TradeField field : TradeField.values()) {
      add(table, field, type(field), trade);
    }
    table.column(
        "event_time",
        ColumnType.TIMESTAMP,
        Unit.NONE,
        "trading date and trade time",
        element -> trade.of(element).eventTime());
    table.column(
        "receive_time",
        ColumnType.TIMESTAMP,
        Unit.NONE,
        "when the frame arrived",
        element -> trade.of(element).receiveTime());
    table.column(
        "session",
        ColumnType.STRING,
        Unit.NONE,
        "the session that it arrived on",
        element -> trade.of(element).session());
    return table;
  }

  @SuppressWarnings("unchecked") // the field's kind says both its type and that of its value
  private static <T, V> void add(
      ResultTable.Builder<T> table, TradeField field, ColumnType<V> type, TradeOf<T> trade) {
    Column.Value<T, V> value = element -> (V) trade.of(element).value(field);
    if (field.mandatory()) {
      table.column(field.column(), type, Unit.NONE, field.meaning(), value);
    } else {
      table.nullable(field.column(), type, Unit.NONE, field.meaning(), value);
    }
  }

  private static ColumnType<?> type(TradeField field) {
    return switch (field.kind()) {
      case CONTRACT, CODE -> ColumnType.STRING;
      case TRADE_TIME, TIME -> ColumnType.TIME;
      case LONG -> ColumnType.BIGINT;
      case DECIMAL -> AMOUNT;
    };
  }
}
