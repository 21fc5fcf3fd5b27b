package io.github.kisfutures.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A shipped query and what it must print.
 *
 * @param script file below {@code sql/}
 * @param columns those that the recomputation knows
 * @param rows their values, as Flink's SQL client prints them, in any order
 */
public record PrintedQuery(String script, List<String> columns, List<List<String>> rows) {
  /** All queries. */
  public static final List<String> SCRIPTS =
      List.of(
          "vwap.sql", "basis_drift.sql", "open_interest.sql", "alerts.sql", "alerts_pattern.sql");

  /** What a query must print for captured lines. */
  public static PrintedQuery of(String script, ExpectedSql expected) {
    return switch (script) {
      case "alerts.sql" ->
          ofRows(script, List.of("alert", "contract", "window_start"), expected.alerts());
      case "alerts_pattern.sql" ->
          ofRows(
              script,
              List.of("contract", "run_start", "run_end", "price_change", "oi_change"),
              expected.buildUps());
      default -> ofBars(script, expected.run().bars());
    };
  }

  /** What a query of bars must print if these are right. */
  public static PrintedQuery ofBars(String script, List<Map<String, String>> bars) {
    List<Map<String, String>> rows = ExpectedSql.printed(script, bars);
    List<String> columns = rows.isEmpty() ? List.of() : List.copyOf(rows.get(0).keySet());
    return new PrintedQuery(
        script, columns, rows.stream().map(row -> List.copyOf(row.values())).toList());
  }

  private static PrintedQuery ofRows(
      String script, List<String> columns, List<List<String>> expected) {
    return new PrintedQuery(
        script,
        columns,
        expected.stream().map(row -> row.stream().map(PrintedQuery::asPrinted).toList()).toList());
  }

  private static String asPrinted(String text) {
    return text.endsWith("Z") ? ExpectedSql.printed(Instant.parse(text)) : text;
  }

  /** Asserts that these rows were printed, and no others. */
  public void assertSame(List<Map<String, String>> printed) {
    assertThat(printed)
        .as(script)
        .isNotEmpty()
        .extracting(row -> columns.stream().map(row::get).toList())
        .containsExactlyInAnyOrderElementsOf(rows);
  }
}
