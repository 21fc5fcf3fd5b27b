package io.github.kisfutures.reference;

import static io.github.kisfutures.reference.SampleRecord.line;
import static io.github.kisfutures.reference.SampleRecord.official;
import static io.github.kisfutures.reference.SampleRecord.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked by hand; the multiplier is 10. */
class ReferenceBarsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @Test
  void aBarOfTheOfficialTrade() {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("contract", "111V06");
    expected.put("window_start", "2026-07-10T00:16:00Z");
    expected.put("window_end", "2026-07-10T00:17:00Z");
    expected.put("trading_date", "2026-07-10");
    expected.put("trades", "1");
    expected.put("open", "77900");
    expected.put("high", "77900");
    expected.put("low", "77900");
    expected.put("close", "77900");
    expected.put("price_change", "0");
    expected.put("volume", "5");
    expected.put("turnover", "3895000");
    expected.put("vwap", "77900.0000");
    expected.put("vwap_observed", "77900.0000");
    expected.put("session_vwap", "77559.6288"); // 1337128000 / 17240 = 77559.62877...
    expected.put("missed_volume", "0");
    expected.put("complete", "true");
    expected.put("basis_open", "400.00");
    expected.put("basis_high", "400.00");
    expected.put("basis_low", "400.00");
    expected.put("basis_close", "400.00");
    expected.put("basis_mean", "400.0000");
    expected.put("basis_drift", "0.00");
    expected.put("basis_slope", null);
    expected.put("theoretical_basis", "399.50");
    expected.put("mispricing", "0.50");
    expected.put("mispricing_mean", "0.5000");
    expected.put("disparity", "0.00");
    expected.put("oi_open", "32053");
    expected.put("oi_close", "32053");
    expected.put("oi_change", "0");
    expected.put("oi_change_day", "219");
    expected.put("oi_signal", "NEUTRAL");
    expected.put("buy_volume", "0");
    expected.put("sell_volume", "0");
    expected.put("best_ask", "77900");
    expected.put("best_bid", "77800");
    expected.put("name", null);
    expected.put("basis_bp", "51.6129"); // 4,000,000 / (77,900 - 400) = 51.612903...
    expected.put("mispricing_bp", "0.0645"); // 5,000 / 77,500 = 0.064516...
    expected.put("implied_rate", null); // of June 2024
    expected.put("imbalance", null);
    expected.put("unsigned_volume", "5");

    assertThat(bars(official())).containsExactly(expected);
    assertThat(bars(official()).get(0).keySet()).containsExactlyElementsOf(expected.keySet());
  }

  @Test
  void vwapCountsTheMissedTrades() {
    // 2 at 100, then 4 missed for 4,600 won (115 each), then 3 at 200
    Map<String, String> bar =
        bars(trade("091500", 100, 2, 2, 2_000), trade("091530", 200, 3, 9, 2_000 + 4_600 + 6_000))
            .get(0);

    assertThat(bar)
        .containsEntry("volume", "5")
        .containsEntry("missed_volume", "4")
        .containsEntry("complete", "false")
        .containsEntry("turnover", "12600")
        .containsEntry("vwap", "140.0000") // 12600 / 90
        .containsEntry("vwap_observed", "160.0000") // (200 + 600) / 5
        .containsEntry("session_vwap", "140.0000");
  }

  @Test
  void aLateJoinStartsJustBeforeItsFirstTrade() {
    Map<String, String> bar = bars(trade("091500", 100, 2, 1_002, 7_002_000)).get(0);

    assertThat(bar)
        .containsEntry("turnover", "2000")
        .containsEntry("vwap", "100.0000")
        .containsEntry("session_vwap", "698.8024") // 7002000 / 10020 = 698.80239...
        .containsEntry("missed_volume", "0")
        .containsEntry("complete", "true");
  }

  @Test
  void quotientsRoundHalfUp() {
    // 100 * 15 + 101 * 17 = 3217, / 32 = 100.53125
    Map<String, String> bar =
        bars(trade("091500", 100, 15, 15, 15_000), trade("091501", 101, 17, 32, 32_170)).get(0);

    assertThat(bar).containsEntry("vwap", "100.5313").containsEntry("vwap_observed", "100.5313");
  }

  @Test
  void theNextBarStartsFromTheLastOne() {
    List<Map<String, String>> bars =
        bars(
            trade("091500", 100, 2, 2, 2_000)
                .with("open_interest", "1000")
                .with("market_basis", "5.00")
                .with("cumulative_buy_volume", "2")
                .with("cumulative_sell_volume", "0"),
            trade("091845", 110, 1, 5, 5_300) // 2 contracts and 2,200 won were missed
                .with("open_interest", "1010")
                .with("market_basis", "7.50")
                .with("cumulative_buy_volume", "2")
                .with("cumulative_sell_volume", "3"));

    assertThat(bars).hasSize(2);
    assertThat(bars.get(1))
        .containsEntry("window_start", "2026-07-10T00:18:00Z")
        .containsEntry("open", "110")
        .containsEntry("price_change", "10")
        .containsEntry("volume", "1")
        .containsEntry("turnover", "3300")
        .containsEntry("vwap", "110.0000")
        .containsEntry("missed_volume", "2")
        .containsEntry("complete", "false")
        .containsEntry("basis_drift", "2.50")
        .containsEntry("oi_open", "1000")
        .containsEntry("oi_close", "1010")
        .containsEntry("oi_change", "10")
        .containsEntry("oi_signal", "LONG_BUILDUP")
        .containsEntry("buy_volume", "0")
        .containsEntry("sell_volume", "3");
  }

  @Test
  void aNewTradingDateCarriesNothingOver() {
    String monday =
        line(trade("091500", 120, 2, 2, 2_400).with("open_interest", "7"))
            .replace("2026-07-10", "2026-07-13");

    List<Map<String, String>> bars =
        run(List.of(line(trade("091500", 100, 2, 2, 2_000)), monday), MINUTE).bars();

    assertThat(bars.get(1))
        .containsEntry("trading_date", "2026-07-13")
        .containsEntry("price_change", "0")
        .containsEntry("turnover", "2400")
        .containsEntry("oi_open", "7");
  }

  @ParameterizedTest
  @CsvSource({
    "101, 11, LONG_BUILDUP",
    "99, 11, SHORT_BUILDUP",
    "101, 9, SHORT_COVERING",
    "99, 9, LONG_LIQUIDATION",
    "100, 11, NEUTRAL",
    "101, 10, NEUTRAL",
    "101, '', NEUTRAL",
    "101, 0, NEUTRAL"
  })
  void namesTheSignal(long price, String openInterest, String signal) {
    Map<String, String> bar =
        bars(
                trade("091500", 100, 1, 1, 1_000).with("open_interest", "10"),
                trade("091501", price, 1, 2, 2_000).with("open_interest", openInterest))
            .get(0);

    assertThat(bar).containsEntry("oi_signal", signal);
  }

  @ParameterizedTest
  @CsvSource({
    "0.00, 0.00, 1.00, 2.1429", // x = 0, 10, 30 s: 50 / 1400 a second = 2.142857 a minute
    "5.00, 4.50, 3.50, -3.0000",
    "400.00, 400.00, 400.00, 0.0000",
    "1.00, '', 2.50, 3.0000",
    "'', nan, 2.50, "
  })
  void fitsTheSlope(String first, String second, String third, String slope) {
    Map<String, String> bar =
        bars(
                trade("091500", 100, 1, 1, 1_000).with("market_basis", first),
                trade("091510", 100, 1, 2, 2_000).with("market_basis", second),
                trade("091530", 100, 1, 3, 3_000).with("market_basis", third))
            .get(0);

    assertThat(bar).containsEntry("basis_slope", slope);
  }

  @Test
  void noSlopeWithinOneSecond() {
    Map<String, String> bar =
        bars(
                trade("091500", 100, 1, 1, 1_000).with("market_basis", "1.00"),
                trade("091500", 100, 1, 2, 2_000).with("market_basis", "2.00"))
            .get(0);

    assertThat(bar).containsEntry("basis_slope", null).containsEntry("basis_mean", "1.5000");
  }

  @Test
  void nullsTakeNoPart() {
    Map<String, String> bar =
        bars(
                basis(trade("091500", 100, 1, 1, 1_000), "", "1.00"),
                basis(trade("091501", 100, 1, 2, 2_000), "3.00", "1.00"),
                basis(trade("091502", 100, 1, 3, 3_000), "4.50", "nan"),
                basis(trade("091503", 100, 1, 4, 4_000), "2.50", "1.00"),
                basis(trade("091504", 100, 1, 5, 5_000), "", "2.00").with("best_ask", "0"))
            .get(0);

    assertThat(bar)
        .containsEntry("trades", "5")
        .containsEntry("basis_open", "3.00")
        .containsEntry("basis_high", "4.50")
        .containsEntry("basis_low", "2.50")
        .containsEntry("basis_close", "2.50")
        .containsEntry("basis_mean", "3.3333")
        .containsEntry("basis_drift", null) // the first trade had none
        .containsEntry("theoretical_basis", "2.00")
        .containsEntry("mispricing", "0.50")
        .containsEntry("mispricing_mean", "1.7500") // 2.00 and 1.50
        .containsEntry("best_ask", null)
        .containsEntry("best_bid", "77800");
  }

  @Test
  void aBarWithoutAnyOptionalFieldHasNulls() {
    SampleRecord bare = trade("091500", 100, 1, 1, 1_000);
    for (String column :
        List.of(
            "market_basis",
            "theoretical_basis",
            "disparity",
            "open_interest",
            "open_interest_change_day",
            "cumulative_buy_volume",
            "cumulative_sell_volume",
            "best_ask",
            "best_bid")) {
      bare = bare.with(column, "");
    }

    assertThat(bars(bare).get(0))
        .containsEntry("mispricing", null)
        .containsEntry("mispricing_mean", null)
        .containsEntry("basis_mean", null)
        .containsEntry("basis_drift", null)
        .containsEntry("disparity", null)
        .containsEntry("oi_open", null)
        .containsEntry("oi_close", null)
        .containsEntry("oi_change", null)
        .containsEntry("oi_change_day", null)
        .containsEntry("oi_signal", null)
        .containsEntry("buy_volume", null)
        .containsEntry("sell_volume", null)
        .containsEntry("best_bid", null)
        .containsEntry("vwap", "100.0000");
  }

  @Test
  void volumeOrdersNotArrival() {
    SampleRecord first = trade("091500", 100, 1, 1, 1_000);
    SampleRecord second = trade("091500", 103, 1, 2, 2_030);
    SampleRecord third = trade("091501", 99, 1, 3, 3_020);

    assertThat(bars(third, first, second)).isEqualTo(bars(first, second, third));
    assertThat(bars(third, first, second).get(0))
        .containsEntry("open", "100")
        .containsEntry("high", "103")
        .containsEntry("low", "99")
        .containsEntry("close", "99");
  }

  @Test
  void aTradeBehindItsClosedWindowIsLate() {
    // the watermark reaches 09:16:00 - 1 ms with the second trade at 09:16:02 or later
    SampleRecord first = trade("091500", 100, 1, 1, 1_000);
    SampleRecord delayed = trade("091559", 100, 1, 2, 2_000);
    SampleRecord one = trade("091601", 100, 1, 3, 3_000);
    SampleRecord two = trade("091602", 100, 1, 3, 3_000);
    SampleRecord three = trade("091603", 100, 1, 4, 4_000);

    ReferenceRun inTime = run(lines(first, one, three, delayed), MINUTE);
    ReferenceRun tooLate = run(lines(first, two, three, delayed), MINUTE);

    assertThat(inTime.lateTicks()).isEmpty();
    assertThat(inTime.bars()).extracting(b -> b.get("trades")).containsExactly("2", "2");
    assertThat(tooLate.bars()).extracting(b -> b.get("trades")).containsExactly("1", "2");
    assertThat(tooLate.bars().get(1)).containsEntry("missed_volume", "1");
    assertThat(tooLate.lateTicks()).hasSize(1);
    assertThat(tooLate.lateTicks().get(0))
        .containsEntry("event_time", "2026-07-10T00:15:59Z")
        .containsEntry("watermark", "2026-07-10T00:16:00Z")
        .containsEntry("receive_time", "2026-07-10T00:15:59.500Z")
        .containsEntry("trade_time", "09:15:59")
        .containsEntry("cumulative_volume", "2");
  }

  @Test
  void lateForTheSmallerWindowOnlyIsOneLateTick() {
    ReferenceRun run =
        run(
            lines(
                trade("091500", 100, 1, 1, 1_000),
                trade("091530", 100, 1, 3, 3_000),
                trade("091531", 100, 1, 4, 4_000),
                trade("091501", 100, 1, 2, 2_000)),
            TEN_SECONDS,
            MINUTE);

    assertThat(run.lateTicks()).hasSize(1);
    assertThat(run.bars())
        .extracting(b -> b.get("window_end") + " " + b.get("trades"))
        .containsExactly(
            "2026-07-10T00:15:10Z 1", "2026-07-10T00:15:40Z 2", "2026-07-10T00:16:00Z 4");
  }

  @Test
  void everySizeHasItsOwnCarry() {
    List<Map<String, String>> bars =
        run(
                lines(
                    trade("091501", 100, 1, 1, 1_000),
                    trade("091511", 105, 1, 2, 2_050),
                    trade("091559", 107, 1, 3, 3_120)),
                TEN_SECONDS,
                MINUTE)
            .bars();

    assertThat(bars)
        .extracting(b -> b.get("window_start") + " " + b.get("price_change"))
        .containsExactly(
            "2026-07-10T00:15:00Z 0",
            "2026-07-10T00:15:10Z 5",
            "2026-07-10T00:15:50Z 2",
            "2026-07-10T00:15:00Z 7");
  }

  private static SampleRecord basis(SampleRecord record, String market, String theoretical) {
    return record.with("market_basis", market).with("theoretical_basis", theoretical);
  }

  private static List<Map<String, String>> bars(SampleRecord... records) {
    return run(lines(records), MINUTE).bars();
  }

  private static List<String> lines(SampleRecord... records) {
    return Arrays.stream(records).map(SampleRecord::line).toList();
  }

  private static ReferenceRun run(List<String> lines, Duration... windows) {
    ReferenceRun run = ReferenceRun.of(lines, windows);
    assertThat(run.capture().rejected()).isEmpty();
    return run;
  }
}
