package io.github.kisfutures.job.results;

import io.github.kisfutures.columns.Column;
import io.github.kisfutures.columns.ColumnType;
import io.github.kisfutures.columns.ResultTable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/**
 * Makes result tables known to SQL: {@code bars}; {@code bars_text}, the same with instants as
 * texts in UTC, for connectors that know no TIMESTAMP_LTZ.
 *
 * @param tables where they are registered
 * @param mentioned whether anybody reads a table: the others would cost work for nobody
 */
record ResultViews(StreamTableEnvironment tables, Predicate<String> mentioned) {
  private static final String TEXT = "_text";

  /** Name of the view with texts for instants. */
  static String textName(ResultTable<?> table) {
    return table.name() + TEXT;
  }

  <T> void add(ResultTable<T> table, DataStream<T> stream) {
    add(table, stream, table::row);
  }

  <T> void add(ResultTable<?> table, DataStream<T> stream, MapFunction<T, Row> row) {
    String name = table.name();
    boolean text = mentioned.test(textName(table));
    if (!text && !mentioned.test(name)) {
      return;
    }
    DataStream<Row> rows =
        stream
            .map(row)
            .returns(table.rowType())
            .setParallelism(stream.getParallelism())
            .name(name + " to rows")
            .uid(name + "-rows");
    tables.createTemporaryView(name, rows, table.schema());
    if (text) {
      tables.executeSql(
          "CREATE TEMPORARY VIEW %s AS SELECT %s FROM %s"
              .formatted(textName(table), texts(table), name));
    }
  }

  /** What JSON_STRING makes of an instant, without its quotes. */
  private static String texts(ResultTable<?> table) {
    return table.columns().stream()
        .map(
            column ->
                isInstant(column)
                    ? "TRIM(BOTH '\"' FROM JSON_STRING(`%1$s`)) AS `%1$s`".formatted(column.name())
                    : "`" + column.name() + "`")
        .collect(Collectors.joining(", "));
  }

  static boolean isInstant(Column<?, ?> column) {
    return column.type().equals(ColumnType.TIMESTAMP);
  }
}
