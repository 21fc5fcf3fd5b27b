package io.github.kisfutures.reference;

import static io.github.kisfutures.reference.SampleRecord.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contradictions and runs. Prices are 100 won and the multiplier is 10: 1,000 won a contract. */
class CounterRunsTest {

  @Test
  void aLowerVolumeAtALaterTimeBeginsARun() {
    ReferenceRun run = run(at("091500", 5, 50), at("091501", 2, 10), at("091502", 2, 14));

    assertThat(run.gaps())
        .extracting(
            g -> g.get("from_volume"),
            g -> g.get("to_volume"),
            g -> g.get("missed_volume"),
            g -> g.get("missed_value"),
            g -> g.get("missed_price"),
            g -> g.get("cause"))
        .containsExactly(
            tuple("0", "45", "45", "45000", "100.0000", "LATE_JOIN"),
            tuple("10", "12", "2", "2000", "100.0000", "UNKNOWN"),
            tuple("50", "8", null, null, null, "COUNTERS"));
    assertThat(runs(run)).containsExactly(0, 1, 1);
  }

  @Test
  void aLowerVolumeAtAnEarlierTimeIsLate() {
    ReferenceRun run = run(at("091500", 5, 5), at("091502", 1, 7), at("091501", 1, 6));

    assertThat(runs(run)).containsExactly(0, 0, 0);
    assertThat(run.gaps()).isEmpty();
  }

  @Test
  void anotherTradeOfTheLatestSecondInACoveredIntervalBeginsARun() {
    ReferenceRun run = run(at("091500", 5, 5), at("091501", 5, 10), at("091501", 2, 8));

    assertThat(runs(run)).containsExactly(0, 0, 1);
    assertThat(run.continuity().duplicates()).isEmpty();
  }

  @Test
  void theSameTradeOfTheLatestSecondIsADuplicate() {
    ReferenceRun run = run(at("091500", 5, 5), at("091501", 5, 10), at("091501", 5, 10));

    assertThat(runs(run)).containsExactly(0, 0);
    assertThat(run.continuity().duplicates()).hasSize(1);
  }

  @Test
  void only256TradesOfTheLatestSecondAreRemembered() {
    List<SampleRecord> records = new ArrayList<>();
    for (int i = 1; i <= 256; i++) {
      records.add(at("091501", 10, 10L * i));
    }
    SampleRecord odd = at("091501", 2, 8);
    List<SampleRecord> one = new ArrayList<>(records);
    one.add(odd);
    List<SampleRecord> more = new ArrayList<>(records);
    more.add(at("091501", 10, 2570));
    more.add(odd);

    assertThat(run(one.toArray(SampleRecord[]::new)).gaps()).hasSize(1);
    ReferenceRun beyond = run(more.toArray(SampleRecord[]::new));
    assertThat(beyond.gaps()).isEmpty();
    assertThat(beyond.continuity().duplicates()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "4999, true", // less than 10 contracts x 10 x 50
    "5000, false",
    "24000, false",
    "24001, true", // more than 10 contracts x 10 x 240
    "-1, true"
  })
  void aHoleOfAnImpossibleValueBeginsARun(long missedValue, boolean wild) {
    SampleRecord jump =
        trade("091501", 100, 1, 16, 5_000 + missedValue + 1_000)
            .with("day_low", "100")
            .with("day_high", "120");

    ReferenceRun run = run(at("091500", 5, 5), jump);

    assertThat(run.gaps())
        .extracting(g -> g.get("cause"))
        .containsExactly(wild ? "COUNTERS" : "UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({"0, 120, 99999", "100, 0, 99999", "'', 120, 1", "100, '', 1"})
  void withoutTheDaysLowAndHighOnlyANegativeValueIsImpossible(
      String low, String high, long missedValue) {
    SampleRecord jump =
        trade("091501", 100, 1, 16, 5_000 + missedValue + 1_000)
            .with("day_low", low)
            .with("day_high", high);

    assertThat(run(at("091500", 5, 5), jump).gaps())
        .extracting(g -> g.get("cause"))
        .containsExactly("UNKNOWN");
  }

  @Test
  void aRecordFromBeforeTheNewestRunBelongsToTheOneBefore() {
    ReferenceRun run =
        run(
            at("091500", 5, 5),
            at("091502", 1, 9),
            at("091503", 2, 2), // a new run
            at("091501", 3, 8), // fills (5, 8] of the run before
            at("091502", 1, 9), // a copy
            at("091504", 1, 3));

    assertThat(runs(run)).containsExactly(0, 0, 1, 0, 1);
    assertThat(run.continuity().duplicates()).hasSize(1);
    assertThat(run.gaps()).extracting(g -> g.get("cause")).containsExactly("COUNTERS");
  }

  @Test
  void aCopyOfAWildRecordBeginsNoOtherRun() {
    SampleRecord wild = trade("091501", 100, 1, 1_000_000, 6_000).with("day_low", "100");
    wild = wild.with("day_high", "100");
    ReferenceRun run = run(at("091500", 5, 5), wild, at("091501", 1, 7), wild, at("091501", 1, 8));

    assertThat(runs(run)).containsExactly(0, 1, 2, 2);
    assertThat(run.continuity().duplicates()).hasSize(1);
  }

  @Test
  void aRecordBelowTheBeginOfARunInItsLatestSecondBeginsAnother() {
    ReferenceRun run = run(at("091500", 50, 50), at("091502", 2, 40), at("091502", 4, 4));

    assertThat(runs(run)).containsExactly(0, 1, 2);
    assertThat(run.gaps()).extracting(g -> g.get("cause")).containsOnly("COUNTERS").hasSize(2);
  }

  @Test
  void aRecordNextToTheBeginOfARunInItsLatestSecondIsOfThatRun() {
    ReferenceRun run = run(at("091500", 50, 50), at("091502", 2, 40), at("091502", 4, 38));

    assertThat(runs(run)).containsExactly(0, 1, 1);
  }

  @Test
  void noTradeOpensAndFillsNothing() {
    SampleRecord none = at("091501", 0, 9);
    ReferenceRun run = run(at("091500", 5, 5), none, none, at("091501", -2, 9), at("091502", 1, 6));

    assertThat(run.gaps()).isEmpty();
    assertThat(run.ticks()).hasSize(4);
    assertThat(run.continuity().duplicates()).hasSize(1);
    assertThat(run.continuity().anomalies()).hasSize(2);
    assertThat(run.bars().get(0)).containsEntry("trades", "2").containsEntry("volume", "6");
  }

  @Test
  void theChangeOfACounterIsSummedOverTheRunsOfAWindow() {
    List<Map<String, String>> bars =
        run(
                sums(at("091500", 5, 5), 3, 2),
                sums(at("091600", 2, 9), 5, 2), // 2 missed
                sums(at("091601", 4, 4), 4, 0),
                sums(at("091630", 1, 7), 6, 0), // 2 missed
                sums(at("091700", 1, 8), 6, 1))
            .bars();

    assertThat(bars)
        .extracting(
            b -> b.get("turnover"),
            b -> b.get("missed_volume"),
            b -> b.get("buy_volume"),
            b -> b.get("sell_volume"),
            b -> b.get("imbalance"),
            b -> b.get("unsigned_volume"))
        .containsExactly(
            tuple("5000", "0", "3", "2", "0.200000", "0"),
            tuple("11000", "4", "8", "0", "1.000000", "3"), // 4 and 7; bought 2 and 6
            tuple("1000", "0", "0", "1", "-1.000000", "0"));
  }

  @Test
  void aRunThatEndsBelowCarryAddsItsOwnTradesAndLeavesCarryAsItIs() {
    // the hole (5, 8] is filled by a trade whose time is a minute too late
    List<Map<String, String>> bars =
        run(
                at("091500", 5, 5),
                at("091559", 2, 10),
                at("091600", 1, 11).with("contract", "A50607"),
                at("091559", 3, 8).with("trade_time", "091559"),
                at("091700", 1, 11))
            .bars();
    assertThat(bars)
        .filteredOn(b -> "111V06".equals(b.get("contract")))
        .extracting(b -> b.get("volume"), b -> b.get("turnover"), b -> b.get("missed_volume"))
        .containsExactly(tuple("10", "10000", "0"), tuple("1", "1000", "0"));

    Carry carry =
        new Carry(0, Counters.after(rawTrade(at("091559", 2, 10))), BigDecimal.TEN, null, null);
    RunPart below = new RunPart(0, List.of(rawTrade(at("091600", 3, 8))));
    assertThat(below.isAbove(carry)).isFalse();
    assertThat(below.rise(carry, BigDecimal.TEN).volume()).isEqualTo("3");
    assertThat(below.rise(carry, BigDecimal.TEN).value()).isEqualTo("3000");
  }

  private static RawTrade rawTrade(SampleRecord record) {
    return RawCapture.parse(List.of(SampleRecord.line(record))).trades().get(0);
  }

  private static SampleRecord at(String time, long quantity, long volume) {
    return trade(time, 100, quantity, volume, volume * 1_000);
  }

  private static SampleRecord sums(SampleRecord record, long buy, long sell) {
    return record
        .with("cumulative_buy_volume", Long.toString(buy))
        .with("cumulative_sell_volume", Long.toString(sell));
  }

  private static ReferenceRun run(SampleRecord... records) {
    List<String> lines = Arrays.stream(records).map(SampleRecord::line).toList();
    return ReferenceRun.of(lines, Duration.ofMinutes(1));
  }

  private static List<Integer> runs(ReferenceRun run) {
    return run.continuity().accepted().stream().map(ArrivedTrade::run).toList();
  }
}
