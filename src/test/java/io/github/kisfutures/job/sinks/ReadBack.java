package io.github.kisfutures.job.sinks;

import io.github.kisfutures.job.results.ColumnsOf;
import io.github.kisfutures.reference.ResultTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;

/** Reads tables with Flink SQL, into the canonical form of the recomputed rows. */
final class ReadBack {
  private final TableEnvironment tables =
      TableEnvironment.create(EnvironmentSettings.inBatchMode());

  ReadBack() {
    tables.getConfig().set("table.local-time-zone", "UTC");
    ColumnsOf.register(tables);
  }

  void define(String statement) {
    tables.executeSql(statement);
  }

  /** Rows of a query, each column as a text. */
  List<List<String>> texts(String query) throws Exception {
    List<List<String>> found = new ArrayList<>();
    try (CloseableIterator<Row> rows = tables.executeSql(query).collect()) {
      while (rows.hasNext()) {
        Row row = rows.next();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getArity(); i++) {
          texts.add(String.valueOf(row.getField(i)));
        }
        found.add(texts);
      }
    }
    return found;
  }

  List<Map<String, @Nullable String>> rows(ResultTable table, String name) throws Exception {
    List<Map<String, @Nullable String>> found = new ArrayList<>();
    try (CloseableIterator<Row> rows = tables.executeSql("SELECT * FROM " + name).collect()) {
      while (rows.hasNext()) {
        Row row = rows.next();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String column : table.columns().keySet()) {
          values.put(column, row.getField(column));
        }
        found.add(table.row(values));
      }
    }
    return found;
  }
}
