package io.github.kisfutures.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Cell-by-cell comparison of a table's rows with the recomputed ones, whatever their order. */
public final class ComparedRows {
  private static final int SHOWN = 20;

  private ComparedRows() {}

  /** Asserts that the JSON lines below a directory are exactly the expected rows. */
  public static void assertSame(
      ResultTable table, List<Map<String, @Nullable String>> expected, Path directory) {
    assertSame(table, expected, JsonRows.read(table, directory));
  }

  /** Asserts that both have the same rows; the message shows the first 20 differences. */
  public static void assertSame(
      ResultTable table,
      List<? extends Map<String, ? extends @Nullable String>> expected,
      List<? extends Map<String, ? extends @Nullable String>> actual) {
    assertSame("", table, expected, actual);
  }

  /** The same; the message begins with what is compared. */
  public static void assertSame(
      String what,
      ResultTable table,
      List<? extends Map<String, ? extends @Nullable String>> expected,
      List<? extends Map<String, ? extends @Nullable String>> actual) {
    List<String> differences = differences(table, expected, actual);
    if (differences.isEmpty()) {
      return;
    }
    StringBuilder message =
        new StringBuilder(
            "%s%s: %d differences (%d rows expected, %d found); key columns %s"
                .formatted(
                    what.isEmpty() ? "" : what + ": ",
                    table,
                    differences.size(),
                    expected.size(),
                    actual.size(),
                    table.key()));
    differences.stream().limit(SHOWN).forEach(d -> message.append("\n  ").append(d));
    throw new AssertionError(message.toString());
  }

  /** Differences by key, then column: a cell, a missing row or a row too many each. */
  public static List<String> differences(
      ResultTable table,
      List<? extends Map<String, ? extends @Nullable String>> expected,
      List<? extends Map<String, ? extends @Nullable String>> actual) {
    Map<String, List<Map<String, ? extends @Nullable String>>> expectedByKey =
        byKey(table, expected);
    Map<String, List<Map<String, ? extends @Nullable String>>> actualByKey = byKey(table, actual);
    TreeSet<String> keys = new TreeSet<>(expectedByKey.keySet());
    keys.addAll(actualByKey.keySet());
    List<String> differences = new ArrayList<>();
    for (String key : keys) {
      List<Map<String, ? extends @Nullable String>> wanted =
          expectedByKey.getOrDefault(key, List.of());
      List<Map<String, ? extends @Nullable String>> found =
          actualByKey.getOrDefault(key, List.of());
      if (wanted.size() != found.size()) {
        differences.add(
            "[%s] expected %d time(s), found %d".formatted(key, wanted.size(), found.size()));
        continue;
      }
      for (int i = 0; i < wanted.size(); i++) {
        for (String column : table.columns().keySet()) {
          String expectedCell = wanted.get(i).get(column);
          String actualCell = found.get(i).get(column);
          if (!Objects.equals(expectedCell, actualCell)) {
            differences.add(
                "[%s] %s: expected %s, found %s".formatted(key, column, expectedCell, actualCell));
          }
        }
      }
    }
    return differences;
  }

  private static Map<String, List<Map<String, ? extends @Nullable String>>> byKey(
      ResultTable table, List<? extends Map<String, ? extends @Nullable String>> rows) {
    Map<String, List<Map<String, ? extends @Nullable String>>> byKey = new TreeMap<>();
    rows.forEach(row -> byKey.computeIfAbsent(table.keyOf(row), k -> new ArrayList<>()).add(row));
    return byKey;
  }
}
