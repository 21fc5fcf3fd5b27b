package io.github.kisfutures.reference;

import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.analytics.bars.BarColumns;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java records as rows of a table with columns of the same names, to be compared. */
public final class RecordRows {
  private RecordRows() {}

  /** Rows in canonical form. */
  public static List<Map<String, @Nullable String>> of(
      ResultTable table, List<? extends Record> records) {
    return records.stream().map(value -> row(table, value)).toList();
  }

  private static Map<String, @Nullable String> row(ResultTable table, Record record) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (record instanceof Bar bar) {
      BarColumns.TABLE.columns().forEach(column -> values.put(column.name(), bar.orNull(column)));
      return table.row(values);
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String column = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
      try {
        values.put(column, component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return table.row(values);
  }
}
