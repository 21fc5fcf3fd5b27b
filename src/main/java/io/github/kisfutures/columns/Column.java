package io.github.kisfutures.columns;

import io.github.kisfutures.market.Unit;
import java.io.Serializable;
import org.apache.flink.table.types.DataType;
import org.jspecify.annotations.Nullable;

/**
 * One column of a result table: all that is said of it anywhere is said here.
 *
 * @param position in the table, from 0
 * @param name as in SQL, such as {@code window_start}
 * @param type of its values
 * @param nullable whether a value may be missing
 * @param unit of a number
 * @param meaning one line for documentation
 * @param value what a record has in this column
 * @param <T> record that the table's rows are made of
 * @param <V> type of the values
 */
public record Column<T, V>(
    int position,
    String name,
    ColumnType<V> type,
    boolean nullable,
    Unit unit,
    String meaning,
    Value<T, V> value)
    implements Serializable {

  /** Its type in SQL. */
  public DataType sqlType() {
    return nullable ? type.sqlType() : type.sqlType().notNull();
  }

  /**
   * Gives a column its value.
   *
   * @param <T> record that the table's rows are made of
   * @param <V> type of the values
   */
  @FunctionalInterface
  public interface Value<T, V> extends Serializable {
    /** What {@code element} has in the column; null only in a nullable one. */
    @Nullable V of(T element);
  }
}
