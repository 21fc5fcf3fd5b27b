package io.github.kisfutures.table;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.reference.RawTrade;
import io.github.kisfutures.reference.ReferenceRun;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the shipped queries must find in a capture, from the independent recomputation.
 *
 * @param run the recomputation
 * @param window of the queries
 */
public record ExpectedSql(ReferenceRun run, Duration window) {
  private static final DateTimeFormatter PRINTED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  static final List<String> VWAP =
      List.of(
          "contract", "window_start", "window_end", "volume", "turnover", "vwap", "session_vwap");
  static final List<String> DRIFT =
      List.of(
          "contract",
          "window_start",
          "window_end",
          "basis_close",
          "basis_drift",
          "theoretical_basis",
          "mispricing");
  static final List<String> OPEN_INTEREST =
      List.of(
          "contract",
          "window_start",
          "window_end",
          "oi_close",
          "price_change",
          "oi_change",
          "oi_signal");

  private static final Map<String, List<String>> COLUMNS =
      Map.of("vwap.sql", VWAP, "basis_drift.sql", DRIFT, "open_interest.sql", OPEN_INTEREST);

  /** Of captured lines. */
  public static ExpectedSql of(List<String> lines, Duration window) {
    return new ExpectedSql(ReferenceRun.of(lines, window), window);
  }

  /** Recomputed bars. */
  List<Map<String, @Nullable String>> bars() {
    return counted(run.bars());
  }

  /** The volume of the queries is the exchange's, what was missed included. */
  private static List<Map<String, @Nullable String>> counted(
      List<Map<String, @Nullable String>> bars) {
    return bars.stream()
        .map(
            bar -> {
              Map<String, @Nullable String> copy = new LinkedHashMap<>(bar);
              copy.put("volume", sum(bar.get("volume"), bar.get("missed_volume")));
              return copy;
            })
        .toList();
  }

  /** What a query must say if bars are right; as Flink's SQL client prints it. */
  public static List<Map<String, String>> printed(
      String script, List<Map<String, @Nullable String>> bars) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, @Nullable String> bar :
        ShippedSql.only(COLUMNS.getOrDefault(script, List.of()), counted(bars))) {
      Map<String, String> row = new LinkedHashMap<>();
      bar.forEach((column, value) -> row.put(column, printed(column, value)));
      rows.add(row);
    }
    return rows;
  }

  private static String printed(String column, @Nullable String value) {
    if (value == null) {
      return "<NULL>";
    }
    return column.startsWith("window_") ? printed(Instant.parse(value)) : value;
  }

  /** As Flink's SQL client prints an instant in Korea. */
  public static String printed(Instant instant) {
    return PRINTED.format(instant.atZone(KoreaTime.ZONE));
  }

  private static String sum(@Nullable String one, @Nullable String other) {
    return new BigDecimal(one).add(new BigDecimal(other)).toPlainString();
  }

  /** Rows of alerts.sql: alert, contract, begin of the minute. */
  public List<List<String>> alerts() {
    return alerts(300);
  }

  /** Those of another threshold of BASIS_RANGE, won. */
  List<List<String>> alerts(int basisRange) {
    Map<String, Map<Instant, List<RawTrade>>> windows = new TreeMap<>();
    Set<List<@Nullable Object>> seen = new HashSet<>();
    for (RawTrade trade :
        run.capture().trades()) { // duplicates too: SQL knows copies by their values
      Instant minute = start(trade.eventTime());
      if (trade.quantity() <= 0
          || !seen.add(
              Arrays.asList(
                  trade.contract(),
                  minute,
                  trade.volumeAfter(),
                  trade.quantity(),
                  trade.number("price"),
                  trade.number("cumulative_value")))) {
        continue;
      }
      windows
          .computeIfAbsent(trade.contract(), c -> new TreeMap<>())
          .computeIfAbsent(start(trade.eventTime()), m -> new ArrayList<>())
          .add(trade);
    }
    List<List<String>> alerts = new ArrayList<>();
    windows.forEach(
        (contract, trades) -> {
          Map<LocalDate, Long> ends = new HashMap<>();
          trades.forEach(
              (start, inWindow) -> {
                Long before = ends.put(LocalDate.ofInstant(start, KoreaTime.ZONE), last(inWindow));
                String alert = alert(inWindow, before, basisRange);
                if (alert != null) {
                  alerts.add(List.of(alert, contract, start.toString()));
                }
              });
        });
    return alerts;
  }

  /** All windows divide an hour, so that the zone does not matter. */
  private Instant start(Instant time) {
    long millis = time.toEpochMilli();
    return Instant.ofEpochMilli(millis - millis % window.toMillis());
  }

  private static long last(List<RawTrade> trades) {
    return trades.stream().mapToLong(RawTrade::volumeAfter).max().orElseThrow();
  }

  /**
   * What a minute is told for.
   *
   * @param before the volume at the end of the day's minute before it; null in its first
   */
  private static @Nullable String alert(
      List<RawTrade> trades, @Nullable Long before, int basisRange) {
    long last = last(trades);
    long firstHere = trades.stream().mapToLong(RawTrade::volumeBefore).min().orElseThrow();
    long first = before == null ? firstHere : before;
    long received = trades.stream().mapToLong(RawTrade::quantity).sum();
    if (last - first > received) {
      return "MISSED_TRADES";
    }
    if (range(trades, "market_basis").compareTo(BigDecimal.valueOf(basisRange)) >= 0) {
      return "BASIS_RANGE";
    }
    if (range(trades, "open_interest").compareTo(BigDecimal.valueOf(500)) >= 0) {
      return "OPEN_INTEREST_RANGE";
    }
    return last - first >= 5000 ? "VOLUME" : null;
  }

  private static BigDecimal range(List<RawTrade> trades, String column) {
    BigDecimal largest = null;
    BigDecimal smallest = null;
    for (RawTrade trade : trades) {
      BigDecimal value = trade.number(column);
      if (value != null) {
        largest = largest == null ? value : largest.max(value);
        smallest = smallest == null ? value : smallest.min(value);
      }
    }
    return largest == null ? BigDecimal.ZERO : largest.subtract(smallest);
  }

  /** Rows of alerts_pattern.sql: contract, start, end, price_change, oi_change. */
  public List<List<String>> buildUps() {
    return buildUps(3);
  }

  /** Those of runs of at least so many windows. */
  List<List<String>> buildUps(int atLeast) {
    Map<String, List<Map<String, @Nullable String>>> byContract = new TreeMap<>();
    run.bars()
        .forEach(
            bar ->
                byContract.computeIfAbsent(bar.get("contract"), c -> new ArrayList<>()).add(bar));
    List<List<String>> found = new ArrayList<>();
    byContract.values().forEach(bars -> findBuildUps(bars, atLeast, found));
    return found;
  }

  private static void findBuildUps(
      List<Map<String, @Nullable String>> bars, int atLeast, List<List<String>> found) {
    int before = 0;
    for (int i = 1; i < bars.size(); i++) {
      if (isBuildUp(bars.get(i - 1), bars.get(i))) {
        continue;
      }
      if (i - 1 - before >= atLeast) {
        Map<String, @Nullable String> last = bars.get(i - 1);
        found.add(
            List.of(
                String.valueOf(last.get("contract")),
                String.valueOf(bars.get(before + 1).get("window_start")),
                String.valueOf(last.get("window_end")),
                change(bars.get(before), last, "close").toPlainString(),
                change(bars.get(before), last, "oi_close").toPlainString()));
      }
      before = i;
    }
  }

  private static boolean isBuildUp(
      Map<String, @Nullable String> before, Map<String, @Nullable String> bar) {
    return before.get("oi_close") != null
        && bar.get("oi_close") != null
        && change(before, bar, "close").signum() < 0
        && change(before, bar, "oi_close").signum() > 0;
  }

  private static BigDecimal change(
      Map<String, @Nullable String> before, Map<String, @Nullable String> bar, String column) {
    return new BigDecimal(bar.get(column)).subtract(new BigDecimal(before.get(column)));
  }
}
