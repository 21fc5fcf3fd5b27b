package io.github.kisfutures.columns;

import io.github.kisfutures.market.Unit;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.RowTypeInfo;
import org.apache.flink.table.api.Schema;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.jspecify.annotations.Nullable;

/**
 * A result table as it is declared: its name and its columns, in order. Schema, row type, rows and
 * documentation derive from it. Columns are only ever added behind those that were there.
 *
 * @param <T> record that its rows are made of
 */
public final class ResultTable<T> implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final String name;
  private final ArrayList<Column<T, ?>> columns;
  private final @Nullable String rowtime;

  private ResultTable(Builder<T> builder) {
    this.name = builder.name;
    this.columns = new ArrayList<>(builder.columns);
    this.rowtime = builder.rowtime;
  }

  /** Begins a declaration. */
  public static <T> Builder<T> named(String name) {
    return new Builder<>(name);
  }

  /** Its name in SQL. */
  public String name() {
    return name;
  }

  /** Its columns in order. */
  public List<Column<T, ?>> columns() {
    return List.copyOf(columns);
  }

  /** The column of a name. */
  public Optional<Column<T, ?>> column(String column) {
    return columns.stream().filter(candidate -> candidate.name().equals(column)).findFirst();
  }

  /** Its schema in SQL, with the time attribute where it has one. */
  public Schema schema() {
    Schema.Builder schema = Schema.newBuilder();
    columns.forEach(column -> schema.column(column.name(), column.sqlType()));
    if (rowtime != null) {
      schema.watermark(rowtime, "SOURCE_WATERMARK()");
    }
    return schema.build();
  }

  /** Type of its rows in a stream. */
  public RowTypeInfo rowType() {
    return new RowTypeInfo(
        columns.stream().map(column -> column.type().rowType()).toArray(TypeInformation[]::new),
        columns.stream().map(Column::name).toArray(String[]::new));
  }

  /** The row of a record. */
  public Row row(T element) {
    Row row = Row.withPositions(RowKind.INSERT, columns.size());
    for (Column<T, ?> column : columns) {
      row.setField(column.position(), column.value().of(element));
    }
    return row;
  }

  /**
   * Takes the columns in their order.
   *
   * @param <T> record that the table's rows are made of
   */
  public static final class Builder<T> {
    private final String name;
    private final List<Column<T, ?>> columns = new ArrayList<>();
    private @Nullable String rowtime;

    private Builder(String name) {
      this.name = name;
    }

    /** Adds a column that always has a value. */
    public <V> Column<T, V> column(
        String column, ColumnType<V> type, Unit unit, String meaning, Column.Value<T, V> value) {
      return add(new Column<>(columns.size(), column, type, false, unit, meaning, value));
    }

    /** Adds a column whose value may be null; {@code meaning} says when. */
    public <V> Column<T, V> nullable(
        String column, ColumnType<V> type, Unit unit, String meaning, Column.Value<T, V> value) {
      return add(new Column<>(columns.size(), column, type, true, unit, meaning, value));
    }

    private <V> Column<T, V> add(Column<T, V> column) {
      columns.add(column);
      return column;
    }

    /** Makes a column the table's time attribute, with the stream's watermarks. */
    public Builder<T> rowtime(String column) {
      rowtime = column;
      return this;
    }

    /** The table. */
    public ResultTable<T> build() {
      return new ResultTable<>(this);
    }
  }
}
