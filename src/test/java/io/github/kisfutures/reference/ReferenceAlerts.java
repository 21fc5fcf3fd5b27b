package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Alerts of a replay: {@code docs/numbers.md}, "Alerts", from the recomputed bars and trades. The
 * days must be neither holidays nor last trading days.
 */
public final class ReferenceAlerts {
  private static final DateTimeFormatter KST_TEXT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
  private static final Duration OPEN = Duration.ofMinutes(8 * 60 + 45);
  private static final Duration CLOSE = Duration.ofMinutes(15 * 60 + 35);

  private final List<Map<String, @Nullable String>> rows = new ArrayList<>();

  private final ReferenceContracts contracts;

  private ReferenceAlerts(ReferenceContracts contracts) {
    this.contracts = contracts;
  }

  /** Rows of {@code alerts}, rule by rule. */
  public static List<Map<String, @Nullable String>> of(
      ReferenceRun run, Duration maxOutOfOrderness, List<ReferenceRule> rules) {
    ReferenceAlerts alerts = new ReferenceAlerts(run.contracts());
    for (ReferenceRule rule : rules) {
      if (rule.metric().equals("silence")) {
        alerts.ofSilence(rule, run, maxOutOfOrderness);
      } else {
        alerts.ofBars(rule, run.bars());
      }
    }
    return alerts.rows;
  }

  private void ofBars(ReferenceRule rule, List<Map<String, @Nullable String>> bars) {
    Map<String, Integer> streaks = new HashMap<>();
    Map<String, Instant> open = new HashMap<>();
    for (Map<String, @Nullable String> bar : bars) {
      String contract = String.valueOf(bar.get("contract"));
      Instant start = Instant.parse(String.valueOf(bar.get("window_start")));
      Instant end = Instant.parse(String.valueOf(bar.get("window_end")));
      if (Duration.between(start, end).toSeconds() != rule.seconds()
          || !rule.isFor(contract)
          || !rule.counts(start, end)) {
        continue;
      }
      String text = bar.get(rule.metric());
      BigDecimal value = text == null ? null : new BigDecimal(text);
      boolean held = value != null && rule.holds(value, rule.threshold());
      streaks.put(contract, held ? streaks.getOrDefault(contract, 0) + 1 : 0);
      if (value == null) {
        continue;
      }
      if (open.containsKey(contract)) {
        if (!rule.holds(value, rule.clear())) {
          row(rule, contract, "CLEARED", value, open.remove(contract), end);
          streaks.put(contract, 0);
        }
      } else if (streaks.get(contract) >= rule.bars()) {
        open.put(contract, end);
        row(rule, contract, "RAISED", value, end, end);
      }
    }
  }

  private void ofSilence(ReferenceRule rule, ReferenceRun run, Duration maxOutOfOrderness) {
    Map<String, List<ArrivedTrade>> byContract = new LinkedHashMap<>();
    for (ArrivedTrade arrived : run.continuity().accepted()) {
      if (arrived.trade().quantity() <= 0) {
        continue;
      }
      byContract.computeIfAbsent(arrived.trade().contract(), c -> new ArrayList<>()).add(arrived);
    }
    Instant end =
        run.capture().trades().stream()
            .map(RawTrade::eventTime)
            .max(Instant::compareTo)
            .orElseThrow()
            .minus(maxOutOfOrderness);
    byContract.forEach(
        (contract, trades) -> {
          if (rule.isFor(contract)) {
            silence(rule, contract, trades, end);
          }
        });
  }

  /** Where a trade takes its place: at its event time, or at the watermark if it was late. */
  private record Place(Instant at, boolean late, Instant eventTime) {
    static Place of(ArrivedTrade arrived) {
      Instant at = arrived.trade().eventTime();
      Instant watermark = arrived.watermark();
      return watermark == null || at.isAfter(watermark)
          ? new Place(at, false, at)
          : new Place(watermark, true, at);
    }
  }

  private void silence(
      ReferenceRule rule, String contract, List<ArrivedTrade> trades, Instant end) {
    List<Place> places =
        trades.stream()
            .map(Place::of)
            .sorted(Comparator.comparing(Place::at).thenComparing(Place::late))
            .toList();
    Instant last = null;
    Instant open = null;
    for (Place place : places) {
      Instant at = place.eventTime();
      if (last != null && !at.isAfter(last)) {
        continue;
      }
      if (last != null && open == null) {
        open = raise(rule, contract, last, place.late() ? place.at() : at.minusMillis(1));
      }
      if (open != null) {
        row(rule, contract, "CLEARED", BigDecimal.ZERO, open, at.isAfter(open) ? at : open);
        open = null;
      }
      last = at;
    }
    if (last != null && open == null) {
      raise(rule, contract, last, end);
    }
  }

  private @Nullable Instant raise(
      ReferenceRule rule, String contract, Instant last, @Nullable Instant watermark) {
    Instant due = due(last, Duration.ofSeconds(rule.threshold().longValueExact()));
    if (watermark == null || due.isAfter(watermark)) {
      return null;
    }
    row(rule, contract, "RAISED", rule.threshold(), due, due);
    return due;
  }

  private static Instant due(Instant last, Duration silence) {
    ZonedDateTime day =
        last.atZone(RawCapture.KST).toLocalDate().atStartOfDay().atZone(RawCapture.KST);
    while (true) {
      Instant open = day.plus(OPEN).toInstant();
      Instant due = (last.isAfter(open) ? last : open).plus(silence);
      boolean trading =
          day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
      if (trading && !due.isAfter(day.plus(CLOSE).toInstant())) {
        return due;
      }
      day = day.plusDays(1);
    }
  }

  private void row(
      ReferenceRule rule,
      String contract,
      String state,
      BigDecimal value,
      Instant raisedAt,
      Instant at) {
    Map<String, @Nullable Object> row = new HashMap<>();
    String raised = KST_TEXT.format(raisedAt.atZone(RawCapture.KST).toOffsetDateTime());
    row.put("alert_id", rule.name() + "/" + contract + "/" + raised);
    row.put("rule", rule.name());
    row.put("contract", contract);
    row.put("state", state);
    row.put("severity", rule.severity());
    row.put("metric", rule.metric());
    row.put("value", value);
    row.put("threshold", rule.threshold());
    row.put("raised_at", raisedAt);
    row.put("event_time", at);
    row.put("name", contracts.name(contract));
    rows.add(ResultTable.ALERTS.row(row));
  }
}
