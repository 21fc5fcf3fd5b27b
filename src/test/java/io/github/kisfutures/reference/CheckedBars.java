package io.github.kisfutures.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of {@code bars_checked}: bars, and whether a loss may have touched them (section 3). */
public final class CheckedBars {
  private CheckedBars() {}

  /** The rows of {@code bars} with the column {@code touched}, in their order. */
  public static List<Map<String, @Nullable String>> of(
      List<Map<String, @Nullable String>> bars, List<Map<String, @Nullable String>> gaps) {
    return bars.stream()
        .map(
            bar -> {
              Map<String, @Nullable String> checked = new LinkedHashMap<>(bar);
              boolean touched = gaps.stream().anyMatch(gap -> touches(gap, bar));
              checked.put("touched", Boolean.toString(touched));
              return checked;
            })
        .toList();
  }

  /** Whether the bar's window, end excluded, overlaps the gap's two times, both included. */
  private static boolean touches(
      Map<String, @Nullable String> gap, Map<String, @Nullable String> bar) {
    if (!Objects.equals(gap.get("contract"), bar.get("contract"))
        || !Objects.equals(gap.get("trading_date"), bar.get("trading_date"))) {
      return false;
    }
    String before = gap.get("time_before");
    Instant from =
        before == null
            ? LocalDate.parse(gap.get("trading_date")).atStartOfDay(RawCapture.KST).toInstant()
            : Instant.parse(before);
    Instant to = Instant.parse(gap.get("time_after"));
    return !Instant.parse(bar.get("window_start")).isAfter(to)
        && Instant.parse(bar.get("window_end")).isAfter(from);
  }
}
