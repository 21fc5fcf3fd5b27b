package io.github.kisfutures.job.results;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.RowTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.jspecify.annotations.Nullable;

/**
 * One result table: its name, and its columns with the values that a record gives them. Schema, row
 * type and conversion derive from the one list.
 *
 * @param <T> record type of the stream behind the table
 */
final class ResultTable<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Gives a column its value. */
  interface Value<T> extends Function<T, @Nullable Object>, Serializable {}

  private record Column<T>(String name, ColumnType type, Value<T> value) implements Serializable {}

  private final String name;
  private final List<Column<T>> columns = new ArrayList<>();
  private @Nullable String rowtime;

  ResultTable(String name) {
    this.name = name;
  }

  ResultTable<T> column(String column, ColumnType type, Value<T> value) {
    columns.add(new Column<>(column, type, value));
    return this;
  }

  /** Makes a column the table's time attribute, with the stream's watermarks. */
  ResultTable<T> rowtime(String column) {
    rowtime = column;
    return this;
  }

  String name() {
    return name;
  }

  List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /** Registers the stream as a view of this table's name. */
  void register(StreamTableEnvironment tables, DataStream<T> stream) {
    DataStream<Row> rows =
        stream
            .map(new ToRow<>(this))
            .returns(rowType())
            .setParallelism(stream.getParallelism())
            .name(name + " to rows")
            .uid(name + "-rows");
    tables.createTemporaryView(name, rows, schema());
  }

  Schema schema() {
    Schema.Builder schema = Schema.newBuilder();
    columns.forEach(column -> schema.column(column.name(), column.type().sqlType()));
    if (rowtime != null) {
      schema.watermark(rowtime, "SOURCE_WATERMARK()");
    }
    return schema.build();
  }

  private RowTypeInfo rowType() {
    return new RowTypeInfo(
        columns.stream().map(column -> column.type().rowType()).toArray(TypeInformation[]::new),
        columns.stream().map(Column::name).toArray(String[]::new));
  }

  Row toRow(T element) {
    Row row = Row.withPositions(RowKind.INSERT, columns.size());
    for (int i = 0; i < columns.size(); i++) {
      row.setField(i, columns.get(i).value().apply(element));
    }
    return row;
  }

  private record ToRow<T>(ResultTable<T> table) implements MapFunction<T, Row> {
    @Override
    public Row map(T element) {
      return table.toRow(element);
    }
  }
}
