package io.github.kisfutures.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from a contract's code, name and multiplier. */
class KnownContractTest {

  @ParameterizedTest
  @CsvSource({
    "111V06, 2024-06-13",
    "A11608, 2026-08-13",
    "A11610, 2026-10-07", // the second Thursday, 8 October, is a holiday here
    "A50712, 2027-12-09",
    "A11613, ",
    "4A1608AB, "
  })
  void namesItsLastTradingDay(String code, LocalDate expected) {
    LocalDate today = LocalDate.of(2026, 7, 10);

    assertThat(LastTradingDay.of(code, today, Set.of(LocalDate.of(2026, 10, 8))))
        .isEqualTo(expected);
  }

  @Test
  void hasNameRateAndPrices() {
    SampleRecord record =
        SampleRecord.trade("091500", 1_000, 2, 2, 21_140)
            .with("contract", "A11608")
            .with("market_basis", "10.00")
            .with("theoretical_basis", "9.50");
    ReferenceContracts contracts =
        new ReferenceContracts(
            Map.of("A11608", new BigDecimal("10.57")), Map.of("A11608", "삼성전자 F 202608"), Set.of());

    ReferenceRun run =
        ReferenceRun.of(
            List.of(
                SampleRecord.line(record),
                SampleRecord.line(
                    record
                        .with("trade_time", "091501")
                        .with("cumulative_volume", "7")
                        .with("cumulative_value", "73990"))),
            List.of(Duration.ofMinutes(1)),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            contracts);

    assertThat(run.bars().get(0))
        .containsEntry("name", "삼성전자 F 202608")
        .containsEntry("turnover", "73990")
        .containsEntry("vwap", "1000.0000") // 73990 / (7 x 10.57)
        .containsEntry("basis_bp", "101.0101") // 100,000 / 990
        .containsEntry("mispricing_bp", "5.0505") // 5,000 / 990
        .containsEntry("implied_rate", "10.8437"); // 10 / 990 x 365 / 34 days x 100
    assertThat(run.gaps().get(0))
        .containsEntry("name", "삼성전자 F 202608")
        .containsEntry("missed_volume", "3")
        .containsEntry("missed_value", "31710")
        .containsEntry("missed_price", "1000.0000");
  }

  @Test
  void aBarIsTouchedByALossBesideIt() {
    SampleRecord first = SampleRecord.trade("091530", 100, 1, 3, 3_000);
    List<String> lines =
        List.of(
            SampleRecord.line(SampleRecord.trade("091410", 100, 1, 1, 1_000)),
            SampleRecord.line(SampleRecord.trade("091450", 100, 1, 2, 2_000)),
            SampleRecord.line(first),
            SampleRecord.line(first.with("contract", "A50607")),
            SampleRecord.line(SampleRecord.trade("091700", 100, 1, 5, 5_000)),
            SampleRecord.line(SampleRecord.trade("091801", 100, 1, 6, 6_000)));
    ReferenceRun run = ReferenceRun.of(lines, Duration.ofMinutes(1));

    assertThat(CheckedBars.of(run.bars(), run.gaps()))
        .extracting(bar -> bar.get("contract") + " " + bar.get("touched"))
        .containsExactlyInAnyOrder(
            "111V06 false", "111V06 true", "A50607 true", "111V06 true", "111V06 false");
  }

  @Test
  void aRuleCountsTheBarsWithinItsHours() {
    ReferenceRule rule =
        new ReferenceRule(
                "any", "close", Set.of(), 60, ">", BigDecimal.ZERO, BigDecimal.ZERO, 1, "info")
            .within("09:15-09:17");
    List<String> lines =
        List.of("091400", "091500", "091600", "091700").stream()
            .map(time -> SampleRecord.line(SampleRecord.trade(time, 100, 1, 1, 1_000)))
            .toList();
    List<String> events =
        ReferenceAlerts.of(
                ReferenceRun.of(lines, Duration.ofMinutes(1)), Duration.ofSeconds(2), List.of(rule))
            .stream()
            .map(row -> row.get("event_time"))
            .toList();

    assertThat(events).containsExactly("2026-07-10T00:16:00Z");
    assertThat(rule.yaml()).contains("hours: '09:15-09:17'");
  }
}
