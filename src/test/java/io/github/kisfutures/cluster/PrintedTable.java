package io.github.kisfutures.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table that Flink's SQL client prints, and our command {@code sql}. */
public final class PrintedTable {
  private PrintedTable() {}

  /** Its rows, as texts by column. */
  public static List<Map<String, String>> rows(String printed) {
    List<List<String>> lines =
        printed
            .lines()
            .filter(line -> line.startsWith("|"))
            .map(line -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
            .toList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < line.size(); i++) {
        row.put(lines.get(0).get(i), line.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The rows of each of several tables. */
  static List<List<Map<String, String>>> tables(String printed) {
    return Arrays.stream(printed.split("rows? in set"))
        .map(PrintedTable::rows)
        .filter(rows -> !rows.isEmpty())
        .toList();
  }
}
