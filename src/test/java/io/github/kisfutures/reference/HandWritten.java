package io.github.kisfutures.reference;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows written by hand as text: a line of column names, then one line a row; '-' is null. */
final class HandWritten {
  private HandWritten() {}

  /** The rows; a time HH:mm or HH:mm:ss is of 2026-07-10, KST. */
  static List<Map<String, @Nullable String>> rows(ResultTable table, String text) {
    List<String> lines = text.strip().lines().toList();
    List<String> columns = words(lines.get(0));
    List<Map<String, @Nullable String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> words = words(line);
      Map<String, @Nullable String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), cell(table.columns().get(columns.get(i)), words.get(i)));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The columns of rows that a hand-written text names. */
  static List<Map<String, @Nullable String>> only(
      String text, List<Map<String, @Nullable String>> rows) {
    List<String> columns = words(text.strip().lines().findFirst().orElseThrow());
    return rows.stream()
        .map(
            row -> {
              Map<String, @Nullable String> some = new LinkedHashMap<>();
              columns.forEach(column -> some.put(column, row.get(column)));
              return some;
            })
        .toList();
  }

  private static @Nullable String cell(ColumnType type, String word) {
    if (word.equals("-")) {
      return null;
    }
    if (type == ColumnType.LTZ) {
      String time = word.length() == 5 ? word + ":00" : word;
      return OffsetDateTime.parse("2026-07-10T" + time + "+09:00").toInstant().toString();
    }
    return word;
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split("\\s+"));
  }
}
