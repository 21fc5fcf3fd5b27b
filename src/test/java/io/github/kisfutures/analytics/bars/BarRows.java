package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.reference.ResultTable;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bars as rows, for comparison with the recomputed ones. */
public final class BarRows {
  private BarRows() {}

  /** Rows in canonical form. */
  public static List<Map<String, @Nullable String>> of(List<Bar> bars) {
    return bars.stream().map(BarRows::row).toList();
  }

  private static Map<String, @Nullable String> row(Bar bar) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (RecordComponent component : Bar.class.getRecordComponents()) {
      String column = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
      try {
        values.put(column, component.getAccessor().invoke(bar));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return ResultTable.BARS.row(values);
  }
}
