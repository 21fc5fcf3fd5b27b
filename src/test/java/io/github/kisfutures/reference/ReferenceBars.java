package io.github.kisfutures.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Bars of a replay and the trades that came too late for them: {@code docs/numbers.md}, "Event
 * time".
 *
 * @param bars rows of {@code bars} by contract, window end and window size
 * @param late trades that missed at least one of their windows, in arrival order
 */
public record ReferenceBars(List<Map<String, @Nullable String>> bars, List<ArrivedTrade> late) {

  private record Series(String contract, LocalDate tradingDate, Duration size) {}

  /**
   * Builds the bars of all sizes.
   *
   * @param accepted records without duplicates, in arrival order; no-trades are in no bar
   */
  public static ReferenceBars of(
      List<ArrivedTrade> accepted, List<Duration> sizes, ReferenceContracts contracts) {
    Map<Window, List<ArrivedTrade>> windows = new TreeMap<>(Window.ORDER);
    List<ArrivedTrade> late = new ArrayList<>();
    for (ArrivedTrade arrived : accepted) {
      if (arrived.trade().quantity() <= 0) {
        continue;
      }
      boolean missedOne = false;
      for (Duration size : sizes) {
        Window window = Window.of(arrived.trade(), size);
        if (isClosed(window, arrived.watermark())) {
          missedOne = true;
        } else {
          windows.computeIfAbsent(window, w -> new ArrayList<>()).add(arrived);
        }
      }
      if (missedOne) {
        late.add(arrived);
      }
    }

    Map<Series, Carry> carries = new HashMap<>();
    List<Map<String, @Nullable String>> bars = new ArrayList<>();
    windows.forEach(
        (window, trades) -> {
          trades.sort(ReferenceBar.order());
          Series series = new Series(window.contract(), window.tradingDate(), window.size());
          Carry carry = carries.get(series);
          if (carry == null) {
            carry = Carry.before(trades.get(0).trade());
          }
          ReferenceBar bar = new ReferenceBar(window, trades, carry, contracts);
          bars.add(bar.row());
          carries.put(series, bar.closing());
        });
    return new ReferenceBars(bars, late);
  }

  /** The rows of {@code late_ticks}, in arrival order. */
  public List<Map<String, @Nullable String>> lateTicks() {
    return late.stream()
        .map(
            arrived -> {
              Map<String, @Nullable Object> tick = tick(arrived.trade());
              tick.put("watermark", arrived.watermark());
              return ResultTable.LATE_TICKS.row(tick);
            })
        .toList();
  }

  /** The columns of {@code ticks}, but {@code session}. */
  static Map<String, @Nullable Object> tick(RawTrade trade) {
    Map<String, @Nullable Object> tick = new LinkedHashMap<>(trade.values());
    tick.put("event_time", trade.eventTime());
    tick.put("receive_time", trade.receiveTime());
    return tick;
  }

  /** A window is closed once the watermark has reached its last millisecond. */
  private static boolean isClosed(Window window, @Nullable Instant watermark) {
    return watermark != null && !watermark.isBefore(window.end().minusMillis(1));
  }
}
