package io.github.kisfutures.analytics.continuity;

import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.DATE;
import static io.github.kisfutures.market.TradeFixture.millis;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.market.TradeFixture;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counters that contradict what they have said; all at 1,000 won and 10 shares. */
class ContradictionTest {
  private final ContractDay day = new ContractDay(DATE.toEpochDay());
  private final List<Gap> gaps = new ArrayList<>();
  private final GapReport report =
      new GapReport(CONTRACT, BigDecimal.TEN, (gap, session) -> gaps.add(gap));

  private Verdict add(TradeFixture fixture) {
    return day.add(fixture.build(), BigDecimal.TEN, report);
  }

  /** Five contracts up to a volume. */
  private Verdict add(String time, long volume) {
    return add(trade().at(time).volume(volume, 5));
  }

  private int run(String time) {
    return day.runOf(trade().at(time).build()).number();
  }

  private static Gap counters(long from, long to, String before, String after) {
    return new Gap(
        CONTRACT,
        DATE,
        from,
        to,
        null,
        null,
        Instant.ofEpochMilli(millis(before)),
        Instant.ofEpochMilli(millis(after)),
        GapCause.COUNTERS,
        null);
  }

  @Test
  void countersThatBeginAnewCostNothing() {
    add("09:34:58", 995);
    add("09:34:59", 1000);

    assertThat(add("09:35:00", 5)).isEqualTo(Verdict.CONTRADICTION);
    assertThat(add("09:35:01", 10)).isEqualTo(Verdict.ACCEPTED);
    assertThat(add("09:35:02", 15)).isEqualTo(Verdict.ACCEPTED);
    day.reportUpTo(Long.MAX_VALUE, report);

    assertThat(gaps)
        .filteredOn(gap -> gap.cause() != GapCause.LATE_JOIN)
        .containsExactly(counters(1000, 0, "09:34:59", "09:35:00"));
    assertThat(run("09:35:00")).isEqualTo(1);
    assertThat(run("09:34:59")).isZero();
  }

  @Test
  void theRunThatBeginsKnowsNoLateJoin() {
    add("09:00:00", 5);
    add("09:00:01", 10);
    add("09:00:02", 8); // two contracts were cancelled

    day.reportUpTo(Long.MAX_VALUE, report);
    assertThat(gaps).containsExactly(counters(10, 3, "09:00:01", "09:00:02"));
  }

  @Test
  void aWildRecordCostsItselfOnly() {
    add("09:00:00", 5);
    assertThat(add(day("900", "1100").at("09:00:01").volume(9_000_000_000_000L, 5).value(100_000)))
        .isEqualTo(Verdict.CONTRADICTION);
    assertThat(add("09:00:02", 10)).isEqualTo(Verdict.CONTRADICTION);
    assertThat(add("09:00:03", 15)).isEqualTo(Verdict.ACCEPTED);
    day.reportUpTo(Long.MAX_VALUE, report);

    assertThat(gaps)
        .containsExactly(
            counters(5, 8_999_999_999_995L, "09:00:00", "09:00:01"),
            counters(9_000_000_000_000L, 5, "09:00:01", "09:00:02"));
  }

  @Test
  void anHonestRecordInTheSecondOfAWildOneGoesOnToo() {
    add("09:00:01", 5);
    add(day("900", "1100").at("09:00:01").volume(9_000_000_000_000L, 5).value(100_000));

    assertThat(add(day("900", "1100").at("09:00:01").volume(10, 5)))
        .isEqualTo(Verdict.CONTRADICTION);
    assertThat(add("09:00:01", 15)).isEqualTo(Verdict.ACCEPTED);
    day.reportUpTo(Long.MAX_VALUE, report);

    assertThat(gaps).extracting(Gap::cause).containsOnly(GapCause.COUNTERS).hasSize(2);
  }

  @Test
  void copiesOfAWildRecordAndOfItsSecondAreDuplicates() {
    TradeFixture wild =
        day("900", "1100").at("09:00:01").volume(9_000_000_000_000L, 5).value(100_000);
    add("09:00:01", 5);
    add(wild);
    add(day("900", "1100").at("09:00:01").volume(10, 5));

    assertThat(add(wild)).isEqualTo(Verdict.DUPLICATE);
    assertThat(add("09:00:01", 5)).isEqualTo(Verdict.DUPLICATE);
    assertThat(gaps).hasSize(2);
  }

  @Test
  void whatLiesFarBelowAWildRunAndIsOlderIsADuplicate() {
    add("09:00:00", 5);
    add(day("900", "1100").at("09:00:01").volume(9_000_000_000_000L, 5).value(100_000));
    add("09:00:02", 10);

    assertThat(add(day("900", "1100").at("09:00:00").volume(5, 5))).isEqualTo(Verdict.DUPLICATE);
  }

  @Test
  void aLateTradeNextToTheBeginOfARunIsAccepted() {
    add("09:00:00", 1000);
    add("09:00:02", 15);

    assertThat(add("09:00:02", 10)).isEqualTo(Verdict.ACCEPTED);
    assertThat(add("09:00:03", 20)).isEqualTo(Verdict.ACCEPTED);
    assertThat(add("09:00:02", 3)).as("a hole from 3 to 5 can be").isEqualTo(Verdict.ACCEPTED);
    gaps.clear();
    day.reportUpTo(Long.MAX_VALUE, report);
    assertThat(gaps).extracting(Gap::toVolume).containsExactly(995L, 5L);
  }

  /** Else the hole would go back in time. */
  @Test
  void whatLiesBelowTheBeginOfARunInItsLatestSecondBeginsAnother() {
    add("09:00:00", 1000);
    add("09:00:02", 95);

    assertThat(add("09:00:02", 5)).isEqualTo(Verdict.CONTRADICTION);
    assertThat(add("09:00:02", 95)).as("a copy").isEqualTo(Verdict.DUPLICATE);
    assertThat(add("09:00:03", 10)).isEqualTo(Verdict.ACCEPTED);
    gaps.clear();
    day.reportUpTo(Long.MAX_VALUE, report);
    assertThat(gaps).isEmpty();
  }

  @Test
  void yesterdaysTotalsInTheFirstRecordCostThatRecord() {
    add(trade().at("08:45:00").volume(5000, 5));
    assertThat(add("08:45:01", 5)).isEqualTo(Verdict.CONTRADICTION);
    assertThat(add("08:45:02", 10)).isEqualTo(Verdict.ACCEPTED);
    day.reportUpTo(Long.MAX_VALUE, report);

    assertThat(gaps)
        .extracting(Gap::cause)
        .containsExactlyInAnyOrder(GapCause.LATE_JOIN, GapCause.COUNTERS);
    assertThat(gaps).contains(counters(5000, 0, "08:45:00", "08:45:01"));
  }

  @Test
  void anotherTradeOfTheLatestSecondOverCoveredVolumeContradicts() {
    add("09:00:00", 10);
    add(trade().at("09:00:00").volume(8, 2).price(999));

    assertThat(gaps).containsExactly(counters(10, 6, "09:00:00", "09:00:00"));
  }

  @Test
  void anOlderTradeOverCoveredVolumeIsADuplicate() {
    add("09:00:00", 5);
    add("09:00:01", 10);

    assertThat(add(trade().at("09:00:00").volume(5, 5).price(999))).isEqualTo(Verdict.DUPLICATE);
  }

  @Test
  void theFallAndTheSecondAreMeasuredFromTheLargestTimeOfTheRun() {
    add("09:00:05", 10);
    add("09:00:04", 20); // its time is behind, its volume above

    assertThat(add("09:00:05", 10)).isEqualTo(Verdict.DUPLICATE);
    assertThat(add("09:00:05", 15)).as("fills").isEqualTo(Verdict.ACCEPTED);
    assertThat(add("09:00:06", 15)).isEqualTo(Verdict.CONTRADICTION);
  }

  @Test
  void ofMoreThan256TradesOfASecondNobodyCanSay() {
    for (int i = 1; i <= SecondTrades.MAX; i++) {
      add(trade().at("09:00:00").volume(i, 1));
    }
    StockFuturesTrade other = trade().at("09:00:00").price(999).volume(7, 1).build();
    ContractDay remembered = day.copy();

    assertThat(remembered.add(other, BigDecimal.TEN, report)).isEqualTo(Verdict.CONTRADICTION);
    add(trade().at("09:00:00").volume(SecondTrades.MAX + 1, 1));
    assertThat(day.add(other, BigDecimal.TEN, report)).isEqualTo(Verdict.DUPLICATE);
  }

  @Test
  void aJumpIsWildByItsValue() {
    add("09:00:00", 10);
    // ten contracts of 10 shares cost from 1,000 / 2 x 100 to 2,000 x 2 x 100 won
    assertThat(jump(100_000 + 49_999, "1000", "2000")).isEqualTo(Verdict.CONTRADICTION);
    assertThat(jump(100_000 + 50_000, "1000", "2000")).isEqualTo(Verdict.ACCEPTED);
    assertThat(jump(100_000 + 400_000, "1000", "2000")).isEqualTo(Verdict.ACCEPTED);
    assertThat(jump(100_000 + 400_001, "1000", "2000")).isEqualTo(Verdict.CONTRADICTION);
    assertThat(jump(100_000 - 1, "0", "2000")).isEqualTo(Verdict.CONTRADICTION);
    assertThat(jump(100_000, "0", "2000")).isEqualTo(Verdict.ACCEPTED);
    assertThat(jump(100_000 + 9_000_000_000L, "1000", "0")).isEqualTo(Verdict.ACCEPTED);
  }

  /** Ten contracts missed, then one of 10 won; its value just before is {@code before}. */
  private Verdict jump(long before, String low, String high) {
    TradeFixture jump = day(low, high).at("09:00:01").price(10).volume(21, 1).value(before + 100);
    return day.copy().add(jump.build(), BigDecimal.TEN, report);
  }

  private static TradeFixture day(String low, String high) {
    return trade()
        .with(TradeField.DAY_LOW, Long.parseLong(low))
        .with(TradeField.DAY_HIGH, Long.parseLong(high));
  }

  @Test
  void theOpenHolesOfTheRunBeforeAreReportedAsUsual() {
    add("09:00:00", 5);
    add("09:00:01", 20);
    add("09:00:02", 5);

    assertThat(gaps).extracting(Gap::cause).containsExactly(GapCause.COUNTERS);
    day.reportUpTo(millis("09:00:01"), report);
    assertThat(gaps).extracting(Gap::toVolume).containsExactly(0L, 15L);
  }

  @Test
  void aRecordOlderThanTheNewestRunFillsTheRunBefore() {
    add("09:00:00", 5);
    add("09:00:01", 20);
    add("09:00:02", 5);

    assertThat(add("09:00:01", 15)).isEqualTo(Verdict.ACCEPTED);
    day.reportUpTo(Long.MAX_VALUE, report);
    assertThat(gaps).extracting(Gap::toVolume).as("5 to 10 is left").containsExactly(0L, 10L);
  }

  @Test
  void theHolesOfARunThatIsNoLongerKeptAreReportedAtOnce() {
    add("09:00:00", 5);
    add("09:00:01", 20);
    add("09:00:02", 5);
    add("09:00:03", 4);

    assertThat(gaps)
        .extracting(Gap::cause)
        .containsExactly(GapCause.COUNTERS, GapCause.COUNTERS, GapCause.NOT_SENT);
  }

  @Test
  void aRecordOfNoContractsIsNoTrade() {
    add("09:00:00", 5);
    TradeFixture none = trade().at("09:00:01").volume(5, 0).price(0);

    assertThat(add(none)).isEqualTo(Verdict.NO_TRADE);
    assertThat(add(none)).as("a copy").isEqualTo(Verdict.DUPLICATE);
    assertThat(add(none.price(1))).as("another").isEqualTo(Verdict.NO_TRADE);
    assertThat(add("09:00:01", 10)).isEqualTo(Verdict.ACCEPTED);
    assertThat(add("09:00:02", 15)).isEqualTo(Verdict.ACCEPTED);
    assertThat(add(none)).as("of no longer the latest second").isEqualTo(Verdict.NO_TRADE);
    day.reportUpTo(Long.MAX_VALUE, report);
    assertThat(gaps).isEmpty();
  }
}
