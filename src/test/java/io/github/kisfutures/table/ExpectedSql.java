package io.github.kisfutures.table;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.reference.RawTrade;
import io.github.kisfutures.reference.ReferenceRun;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the shipped queries must find in a capture, from the independent recomputation. */
public record ExpectedSql(ReferenceRun run) {
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

  /** What vwap.sql says of captured lines; times as Flink's SQL client prints them. */
  public static List<Map<String, String>> vwap(List<String> lines) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, @Nullable String> bar :
        ShippedSql.only(VWAP, of(lines, Duration.ofMinutes(1)).bars())) {
      Map<String, String> row = new LinkedHashMap<>();
      bar.forEach((column, value) -> row.put(column, printed(column, value)));
      rows.add(row);
    }
    return rows;
  }

  private static String printed(String column, @Nullable String value) {
    return column.startsWith("window_")
        ? PRINTED.format(Instant.parse(value).atZone(KoreaTime.ZONE))
        : String.valueOf(value);
  }

  static ExpectedSql of(List<String> lines, Duration window) {
    return new ExpectedSql(ReferenceRun.of(lines, window));
  }

  /** Bars; the volume of the queries is the exchange's, what was missed included. */
  List<Map<String, @Nullable String>> bars() {
    return run.bars().stream()
        .map(
            bar -> {
              Map<String, @Nullable String> copy = new LinkedHashMap<>(bar);
              copy.put("volume", sum(bar.get("volume"), bar.get("missed_volume")));
              return copy;
            })
        .toList();
  }

  private static String sum(@Nullable String one, @Nullable String other) {
    return new BigDecimal(one).add(new BigDecimal(other)).toPlainString();
  }

  /** Texts "alert contract minute", of every minute that alerts.sql must report. */
  List<String> alerts() {
    Map<String, List<RawTrade>> minutes = new TreeMap<>();
    for (RawTrade trade : run.capture().trades()) { // duplicates too: SQL sees them
      Instant minute = trade.eventTime().truncatedTo(ChronoUnit.MINUTES);
      minutes.computeIfAbsent(trade.contract() + " " + minute, m -> new ArrayList<>()).add(trade);
    }
    List<String> alerts = new ArrayList<>();
    minutes.forEach(
        (minute, trades) -> {
          String alert = alert(trades);
          if (alert != null) {
            alerts.add(alert + " " + minute);
          }
        });
    return alerts;
  }

  private static @Nullable String alert(List<RawTrade> trades) {
    long last = trades.stream().mapToLong(RawTrade::volumeAfter).max().orElseThrow();
    long first = trades.stream().mapToLong(RawTrade::volumeBefore).min().orElseThrow();
    long received = trades.stream().mapToLong(RawTrade::quantity).sum();
    if (last - first > received) {
      return "MISSED_TRADES";
    }
    if (range(trades, "market_basis").compareTo(BigDecimal.valueOf(300)) >= 0) {
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

  /** Texts "contract start end price_change oi_change" of every run of alerts_pattern.sql. */
  List<String> buildUps() {
    Map<String, List<Map<String, @Nullable String>>> byContract = new TreeMap<>();
    run.bars()
        .forEach(
            bar ->
                byContract.computeIfAbsent(bar.get("contract"), c -> new ArrayList<>()).add(bar));
    List<String> found = new ArrayList<>();
    byContract.values().forEach(bars -> findBuildUps(bars, found));
    return found;
  }

  private static void findBuildUps(List<Map<String, @Nullable String>> bars, List<String> found) {
    int before = 0;
    for (int i = 1; i < bars.size(); i++) {
      if (isBuildUp(bars.get(i - 1), bars.get(i))) {
        continue;
      }
      if (i - 1 - before >= 3) {
        Map<String, @Nullable String> last = bars.get(i - 1);
        found.add(
            String.join(
                " ",
                last.get("contract"),
                bars.get(before + 1).get("window_start"),
                last.get("window_end"),
                difference(last, bars.get(before), "close"),
                difference(last, bars.get(before), "oi_close")));
      }
      before = i;
    }
  }

  private static boolean isBuildUp(
      Map<String, @Nullable String> before, Map<String, @Nullable String> bar) {
    return difference(bar, before, "close").startsWith("-")
        && new BigDecimal(difference(bar, before, "oi_close")).signum() > 0;
  }

  private static String difference(
      Map<String, @Nullable String> of, Map<String, @Nullable String> from, String column) {
    return new BigDecimal(of.get(column))
        .subtract(new BigDecimal(from.get(column)))
        .toPlainString();
  }
}
