package io.github.kisfutures.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A result table that is recomputed ({@code docs/numbers.md}, "Bars").
 *
 * @param name as the job registers it
 * @param columns names and types, in the order of the spec
 * @param key the columns that tell two rows apart
 * @param notRecomputed columns that a row may have but that are not compared
 */
public record ResultTable(
    String name, Map<String, ColumnType> columns, List<String> key, List<String> notRecomputed) {

  /** {@code ticks}, but {@code session}. */
  public static final ResultTable TICKS =
      table("ticks", tickColumns() + "event_time LTZ, receive_time LTZ", tickKey(), "session");

  /** {@code late_ticks}, but {@code session}. */
  public static final ResultTable LATE_TICKS =
      table(
          "late_ticks",
          tickColumns() + "event_time LTZ, receive_time LTZ, watermark LTZ",
          tickKey(),
          "session");

  /** {@code bars}. */
  public static final ResultTable BARS =
      table(
          "bars",
          """
          contract STRING, window_start LTZ, window_end LTZ, trading_date DATE, trades BIGINT,
          open BIGINT, high BIGINT, low BIGINT, close BIGINT, price_change BIGINT,
          volume BIGINT, turnover DEC0, vwap DEC4, vwap_observed DEC4, session_vwap DEC4,
          missed_volume BIGINT, complete BOOLEAN,
          basis_open DEC2, basis_high DEC2, basis_low DEC2, basis_close DEC2,
          basis_mean DEC4, basis_drift DEC2, basis_slope DEC4,
          theoretical_basis DEC2, mispricing DEC2, mispricing_mean DEC4, disparity DEC2,
          oi_open BIGINT, oi_close BIGINT, oi_change BIGINT, oi_change_day BIGINT, oi_signal STRING,
          buy_volume BIGINT, sell_volume BIGINT, best_ask BIGINT, best_bid BIGINT,
          name STRING, basis_bp DEC4, mispricing_bp DEC4, implied_rate DEC4,
          imbalance DEC6, unsigned_volume BIGINT
          """,
          "contract, window_end, window_start",
          "");

  /** {@code gaps}. */
  public static final ResultTable GAPS =
      table(
          "gaps",
          """
          contract STRING, trading_date DATE, from_volume BIGINT, to_volume BIGINT,
          missed_volume BIGINT, missed_value BIGINT, time_before LTZ, time_after LTZ, cause STRING,
          name STRING, missed_price DEC4
          """,
          "contract, trading_date, from_volume, to_volume, time_after",
          "");

  /** {@code alerts}; the messages are not recomputed. */
  public static final ResultTable ALERTS =
      table(
          "alerts",
          """
          alert_id STRING, rule STRING, contract STRING, state STRING, severity STRING,
          metric STRING, value DEC4, threshold DEC4, raised_at LTZ, event_time LTZ
          """,
          "alert_id, state",
          "message, name");

  /** {@code feed_events}; nothing recomputes them, they are only read. */
  public static final ResultTable FEED_EVENTS =
      table(
          "feed_events",
          """
          event_time LTZ, session STRING, kind STRING, contract STRING, code STRING, detail STRING
          """,
          "event_time, session, kind, contract",
          "");

  private static ResultTable table(String name, String columns, String key, String notRecomputed) {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    for (String column : columns.strip().split(",\\s+", -1)) {
      String[] nameAndType = column.split(" ", -1);
      types.put(nameAndType[0], ColumnType.valueOf(nameAndType[1]));
    }
    return new ResultTable(
        name,
        Collections.unmodifiableMap(types),
        List.of(key.split(", ", -1)),
        List.of(notRecomputed.split(", ", -1)));
  }

  private static String tickKey() {
    return "contract, event_time, receive_time, cumulative_volume, quantity, price";
  }

  /** Whether a row may have a column of that name. */
  boolean knows(String column) {
    return columns.containsKey(column) || notRecomputed.contains(column);
  }

  /**
   * A row in canonical form, every column present. {@code values} has a value or null for each
   * column, and may have columns that are not compared; a missing or unknown column is a mistake in
   * the recomputation and throws.
   */
  public Map<String, @Nullable String> row(Map<String, ? extends @Nullable Object> values) {
    Set<String> given = new LinkedHashSet<>(values.keySet());
    given.removeAll(notRecomputed);
    if (!given.equals(columns.keySet())) {
      throw new IllegalArgumentException(
          name + " has the columns " + columns.keySet() + ", not " + values.keySet());
    }
    Map<String, @Nullable String> row = new LinkedHashMap<>();
    columns.forEach((name, type) -> row.put(name, type.text(values.get(name))));
    return row;
  }

  /** The text of a row's key, readable in a message. */
  public String keyOf(Map<String, ? extends @Nullable String> row) {
    List<String> parts = new ArrayList<>();
    key.forEach(column -> parts.add(String.valueOf(row.get(column))));
    return String.join(" ", parts);
  }

  private static String tickColumns() {
    StringBuilder columns = new StringBuilder();
    TickColumn.ALL.forEach(c -> columns.append(c.name()).append(' ').append(c.type()).append(", "));
    return columns.toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
