package io.github.kisfutures.job.results;

import io.github.kisfutures.columns.Column;
import io.github.kisfutures.columns.ResultTable;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.types.DataType;

/**
 * The columns of the result tables for the DDL of sinks: {@code CREATE TABLE .. LIKE
 * columns_of.bars}, and {@code LIKE columns_of.bars_text}. Flink's LIKE takes a table, not a view;
 * these are only their columns: no connector has their name, so nobody can read or write them.
 */
public final class ColumnsOf {
  private static final String DATABASE = "columns_of";

  private ColumnsOf() {}

  /** Makes them known. */
  public static void register(TableEnvironment tables) {
    for (ResultTable<?> table : ResultTables.ALL) {
      register(tables, table, table.name(), false);
      register(tables, table, ResultViews.textName(table), true);
    }
  }

  private static void register(
      TableEnvironment tables, ResultTable<?> table, String name, boolean text) {
    Schema.Builder schema = Schema.newBuilder();
    for (Column<?, ?> column : table.columns()) {
      schema.column(column.name(), text ? asText(column) : column.sqlType());
    }
    tables.createTemporaryTable(
        DATABASE + "." + name,
        TableDescriptor.forConnector(DATABASE).schema(schema.build()).build());
  }

  private static DataType asText(Column<?, ?> column) {
    if (!ResultViews.isInstant(column)) {
      return column.sqlType();
    }
    return column.nullable() ? DataTypes.STRING() : DataTypes.STRING().notNull();
  }
}
