package io.github.kisfutures.docs;

import static java.util.stream.Collectors.joining;

import io.github.kisfutures.analytics.alerts.AlertColumns;
import io.github.kisfutures.analytics.bars.BarColumns;
import io.github.kisfutures.analytics.continuity.GapColumns;
import io.github.kisfutures.columns.Column;
import io.github.kisfutures.columns.ResultTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables in PostgreSQL, made from the declared columns. */
final class PostgresTables {
  static final Path FILE = Path.of("sql/results/postgres-tables.sql");

  /** Dropped first: a replaced view may get new columns behind the others only. */
  private static final String CHECKED_BARS =
      """
      -- Which bars a loss may have touched: all whose window overlaps the time between the two trades beside a gap; from the
      -- day's begin where nothing of the day was seen before. A loss counts in the bar of the trade after it, so complete of
      -- the bars before says only that nothing was known to be missing.
      DROP VIEW IF EXISTS bars_checked;
      CREATE VIEW bars_checked AS
      SELECT b.*, EXISTS (
        SELECT 1 FROM gaps g
        WHERE g.contract = b.contract AND g.trading_date = b.trading_date
          AND b.window_start <= g.time_after
          AND (g.time_before IS NULL OR b.window_end > g.time_before)
      ) AS touched
      FROM bars b;
      """;

  private PostgresTables() {}

  static String text() {
    return """
        -- The tables that sql/results/postgres.sql writes to. Run it with psql, and again with a new version of the
        -- program: columns that are new are added to tables that are there.
        -- Made from the code; renew it with: %s

        %s"""
        .formatted(
            ReferencePages.COMMAND,
            Stream.of(
                    table(
                        BarColumns.TABLE,
                        List.of("contract", "window_start", "window_end"),
                        "window_end"),
                    table(
                        GapColumns.TABLE,
                        List.of(
                            "contract", "trading_date", "time_after", "from_volume", "to_volume"),
                        "time_after"),
                    table(AlertColumns.TABLE, List.of("alert_id", "state"), "event_time"),
                    CHECKED_BARS)
                .collect(joining("\n")));
  }

  /**
   * All but the first columns are added, since a table may be there; its key may be an older one.
   */
  private static String table(ResultTable<?> table, List<String> key, String time) {
    List<? extends Column<?, ?>> columns = table.columns();
    int first = table.column(key.get(0)).orElseThrow().position() + 1;
    return """
        CREATE TABLE IF NOT EXISTS %1$s (
        %2$s
        );
        ALTER TABLE %1$s
        %4$s,
          DROP CONSTRAINT IF EXISTS %1$s_pkey,
          ADD PRIMARY KEY (%3$s);
        CREATE INDEX IF NOT EXISTS %1$s_by_time ON %1$s (%5$s, contract);
        """
        .formatted(
            table.name(),
            columns.subList(0, first).stream()
                .map(column -> "  " + column(column))
                .collect(joining(",\n")),
            String.join(", ", key),
            columns.subList(first, columns.size()).stream()
                .map(column -> "  ADD COLUMN IF NOT EXISTS " + column(column))
                .collect(joining(",\n")),
            time);
  }

  private static String column(Column<?, ?> column) {
    String type = column.type().toString();
    return column.name()
        + " "
        + switch (type) {
          case "STRING" -> "text";
          case "TIMESTAMP_LTZ(3)" -> "timestamptz(3)";
          default -> type.replace("DECIMAL", "NUMERIC").toLowerCase(Locale.ROOT);
        };
  }
}
