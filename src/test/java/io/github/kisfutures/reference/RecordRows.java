package io.github.kisfutures.reference;

import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.analytics.bars.BarColumns;
import io.github.kisfutures.analytics.continuity.Gap;
import io.github.kisfutures.analytics.continuity.GapColumns;
import io.github.kisfutures.columns.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the analytics make as rows of a table, to be compared. */
public final class RecordRows {
  private RecordRows() {}

  /** Rows of {@code bars} in canonical form. */
  public static List<Map<String, @Nullable String>> bars(List<Bar> bars) {
    return rows(ResultTable.BARS, BarColumns.TABLE.columns(), bars, Bar::orNull);
  }

  /** Rows of {@code gaps} in canonical form. */
  public static List<Map<String, @Nullable String>> gaps(List<Gap> gaps) {
    return rows(
        ResultTable.GAPS,
        GapColumns.TABLE.columns(),
        gaps,
        (gap, column) -> column.value().of(gap));
  }

  private static <T, C extends Column<?, ?>> List<Map<String, @Nullable String>> rows(
      ResultTable table,
      List<C> columns,
      List<T> elements,
      BiFunction<T, C, @Nullable Object> value) {
    return elements.stream()
        .map(
            element -> {
              Map<String, @Nullable Object> values = new LinkedHashMap<>();
              columns.forEach(column -> values.put(column.name(), value.apply(element, column)));
              return table.row(values);
            })
        .toList();
  }
}
