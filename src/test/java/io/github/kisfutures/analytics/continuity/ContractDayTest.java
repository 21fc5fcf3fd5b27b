package io.github.kisfutures.analytics.continuity;

import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.DATE;
import static io.github.kisfutures.market.TradeFixture.millis;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.StockFuturesTrade;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractDayTest {
  private static final int MULTIPLIER = 10;
  private static final BigDecimal SHARES = BigDecimal.TEN;

  private final ContractDay day = new ContractDay(DATE.toEpochDay());
  private final List<Gap> gaps = new ArrayList<>();
  private final GapReport report = new GapReport(CONTRACT, SHARES, (gap, session) -> gaps.add(gap));

  private Verdict add(StockFuturesTrade trade) {
    return day.add(trade, SHARES, report);
  }

  private Verdict add(long cumulativeVolume, long quantity) {
    return add(trade().volume(cumulativeVolume, quantity).build());
  }

  private List<Gap> reportAll() {
    day.reportUpTo(Long.MAX_VALUE, report);
    return gaps;
  }

  private long top() {
    return day.newest().top().volume();
  }

  private static long missingVolume(ContractDay day) {
    return day.newest().holes().list().stream().mapToLong(Hole::missedVolume).sum();
  }

  private List<String> intervals() {
    return reportAll().stream().map(g -> g.fromVolume() + "-" + g.toVolume()).toList();
  }

  @Test
  void tradesInOrderLeaveNothingOpen() {
    assertThat(add(5, 5)).isEqualTo(Verdict.ACCEPTED);
    assertThat(add(8, 3)).isEqualTo(Verdict.ACCEPTED);

    assertThat(top()).isEqualTo(8);
    assertThat(missingVolume(day)).isZero();
    assertThat(reportAll()).isEmpty();
  }

  @Test
  void coveredVolumeIsDuplicate() {
    add(5, 5);
    add(8, 3);

    assertThat(add(8, 3)).isEqualTo(Verdict.DUPLICATE);
    assertThat(add(5, 5)).isEqualTo(Verdict.DUPLICATE);
    assertThat(add(trade().at("08:59:59").volume(7, 4).build()))
        .as("covered by two trades, and nothing shows that it is another")
        .isEqualTo(Verdict.DUPLICATE);
    assertThat(Verdict.DUPLICATE.kept()).isFalse();
  }

  @Test
  void gapSaysWhatIsMissing() {
    add(trade().at("09:00:01").price(100).volume(10, 10).value(10_000).build());
    add(trade().at("09:00:09").price(200).volume(33, 3).value(50_000).build());

    assertThat(day.openHoles()).isEqualTo(1);
    assertThat(day.earliestTimeAfter()).isEqualTo(millis("09:00:09"));
    assertThat(reportAll())
        .containsExactly(
            new Gap(
                CONTRACT,
                DATE,
                10,
                30,
                20L,
                50_000L - 200 * 3 * MULTIPLIER - 10_000,
                Instant.ofEpochMilli(millis("09:00:01")),
                Instant.ofEpochMilli(millis("09:00:09")),
                GapCause.NOT_SENT,
                new BigDecimal("170.0000")));
  }

  @Test
  void lateJoinIsTheHoleFromZero() {
    add(trade().at("10:00:00").price(100).volume(50, 5).value(48_000).build());

    assertThat(reportAll())
        .containsExactly(
            new Gap(
                CONTRACT,
                DATE,
                0,
                45,
                45L,
                48_000L - 100 * 5 * MULTIPLIER,
                null,
                Instant.ofEpochMilli(millis("10:00:00")),
                GapCause.LATE_JOIN,
                new BigDecimal("95.5556")));
  }

  @Test
  void laterArrivalFillsHole() {
    add(5, 5);
    add(20, 5);

    assertThat(add(15, 10)).isEqualTo(Verdict.ACCEPTED);
    assertThat(day.openHoles()).isZero();
    assertThat(day.earliestTimeAfter()).isEqualTo(Long.MAX_VALUE);
    assertThat(reportAll()).isEmpty();
  }

  @Test
  void fillingTheLowEndMovesTheSideBefore() {
    add(trade().volume(5, 5).value(1_000).build());
    add(trade().at("09:00:09").price(10).volume(20, 5).value(9_500).build());
    add(trade().at("09:00:02").volume(8, 3).value(4_000).build());

    assertThat(reportAll())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.fromVolume()).isEqualTo(8);
              assertThat(gap.toVolume()).isEqualTo(15);
              assertThat(gap.timeBefore()).isEqualTo(Instant.ofEpochMilli(millis("09:00:02")));
              assertThat(gap.timeAfter()).isEqualTo(Instant.ofEpochMilli(millis("09:00:09")));
              assertThat(gap.missedValue()).isEqualTo(9_500 - 10 * 5 * MULTIPLIER - 4_000);
            });
  }

  @Test
  void fillingTheHighEndMovesTheSideAfter() {
    add(trade().at("09:00:01").volume(5, 5).value(1_000).build());
    add(trade().at("09:00:09").price(5).volume(20, 5).value(9_500).build());
    add(trade().at("09:00:07").price(20).volume(15, 4).value(9_000).build());

    assertThat(reportAll())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.fromVolume()).isEqualTo(5);
              assertThat(gap.toVolume()).isEqualTo(11);
              assertThat(gap.timeBefore()).isEqualTo(Instant.ofEpochMilli(millis("09:00:01")));
              assertThat(gap.timeAfter()).isEqualTo(Instant.ofEpochMilli(millis("09:00:07")));
              assertThat(gap.missedValue()).isEqualTo(9_000 - 20 * 4 * MULTIPLIER - 1_000);
            });
  }

  @Test
  void tradeWithinAHoleDividesIt() {
    add(5, 5);
    add(20, 5);

    assertThat(add(11, 3)).isEqualTo(Verdict.ACCEPTED);
    assertThat(day.openHoles()).isEqualTo(2);
    assertThat(intervals()).containsExactly("5-8", "11-15");
  }

  @Test
  void onlyThePartFromZeroOfADividedLateJoinIsLateJoin() {
    add(20, 5);
    add(11, 3);

    assertThat(reportAll())
        .extracting(Gap::cause)
        .containsExactly(GapCause.LATE_JOIN, GapCause.NOT_SENT);
    assertThat(gaps.get(0).timeBefore()).isNull();
    assertThat(gaps.get(1).timeBefore()).isNotNull();
  }

  @Test
  void partlyCoveredVolumeIsAnomalyAndCoversTheRest() {
    add(5, 5);

    assertThat(add(8, 6)).isEqualTo(Verdict.OVERLAP);
    assertThat(Verdict.OVERLAP.kept()).isTrue();
    assertThat(top()).isEqualTo(8);
    assertThat(reportAll()).isEmpty();
  }

  @Test
  void overlapShrinksTheHolesItReaches() {
    add(5, 5);
    add(20, 5);
    add(40, 10);

    assertThat(add(25, 15)).as("(10,25] over (15,20]").isEqualTo(Verdict.OVERLAP);
    assertThat(intervals()).containsExactly("5-10", "25-30");
  }

  @Test
  void tradeOverSeveralHolesFillsThemAll() {
    add(5, 5);
    add(10, 1);
    add(20, 1);

    assertThat(add(30, 28)).isEqualTo(Verdict.OVERLAP);
    assertThat(day.openHoles()).isZero();
    assertThat(top()).isEqualTo(30);
  }

  @Test
  void noPositiveVolumeIsAnomalyAndCoversNothing() {
    add(5, 5);

    assertThat(add(9, 0)).isEqualTo(Verdict.NO_TRADE);
    assertThat(add(9, -3)).isEqualTo(Verdict.NO_TRADE);
    assertThat(add(-9, 3)).isEqualTo(Verdict.OVERLAP);
    assertThat(add(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(Verdict.OVERLAP);
    assertThat(top()).isEqualTo(5);
    assertThat(reportAll()).isEmpty();
  }

  @Test
  void moreContractsThanTheDayHasAreTakenLiterally() {
    assertThat(add(5, 8)).isEqualTo(Verdict.ACCEPTED);
    assertThat(add(5, 8)).isEqualTo(Verdict.DUPLICATE);
    assertThat(add(5, 9)).as("one contract more below zero").isEqualTo(Verdict.OVERLAP);
    assertThat(add(trade().at("08:59:59").volume(-1, 1).build()))
        .as("below zero, but covered")
        .isEqualTo(Verdict.DUPLICATE);
    assertThat(add(-4, 2)).as("next to it").isEqualTo(Verdict.ACCEPTED);
    assertThat(add(-4, Long.MAX_VALUE)).isEqualTo(Verdict.OVERLAP);
    assertThat(top()).isEqualTo(5);
    assertThat(reportAll()).isEmpty();
  }

  @Test
  void absurdNumbersNeitherThrowNorWrap() {
    add(trade().price(1).volume(5, 5).value(-4_000_000_000_000_000_000L).build());
    add(trade().price(Long.MAX_VALUE).volume(Long.MAX_VALUE, 2).value(Long.MAX_VALUE).build());

    assertThat(reportAll())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.cause()).isEqualTo(GapCause.COUNTERS);
              assertThat(gap.toVolume()).isEqualTo(Long.MAX_VALUE - 2);
            });
  }

  @Test
  void holeIsReportedOnceWhenItsTimeHasPassed() {
    add(5, 5);
    add(trade().at("09:00:10").volume(20, 5).build());
    add(trade().at("09:00:11").volume(30, 5).build());

    day.reportUpTo(millis("09:00:09"), report);
    assertThat(gaps).isEmpty();
    day.reportUpTo(millis("09:00:10"), report);
    assertThat(gaps).extracting(Gap::toVolume).containsExactly(15L);
    assertThat(day.earliestTimeAfter()).isEqualTo(millis("09:00:11"));
    day.reportUpTo(millis("09:00:11"), report);
    assertThat(gaps).extracting(Gap::toVolume).containsExactly(15L, 25L);
    day.reportUpTo(Long.MAX_VALUE, report);
    assertThat(gaps).hasSize(2);
  }

  @Test
  void veryLateTradeInAReportedHoleIsAcceptedAndNothingReportedAgain() {
    add(5, 5);
    add(20, 5);
    reportAll();

    assertThat(add(12, 2)).isEqualTo(Verdict.ACCEPTED);
    assertThat(add(12, 2)).isEqualTo(Verdict.DUPLICATE);
    assertThat(add(15, 3)).isEqualTo(Verdict.ACCEPTED);
    assertThat(day.openHoles()).isZero();
    assertThat(missingVolume(day)).isEqualTo(5);
    assertThat(reportAll()).hasSize(1);
  }

  @Test
  void beyond64OpenHolesTheLowestIsReportedEarly() {
    for (int i = 0; i <= ContractDay.MAX_OPEN_HOLES; i++) {
      assertThat(gaps).isEmpty();
      add(10L * (i + 1), 1);
    }

    assertThat(gaps).extracting(Gap::toVolume).containsExactly(9L);
    assertThat(day.openHoles()).isEqualTo(ContractDay.MAX_OPEN_HOLES);
    assertThat(reportAll()).hasSize(ContractDay.MAX_OPEN_HOLES + 1).doesNotHaveDuplicates();
  }

  @Test
  void beyond256ReportedHolesTheLowestCountsAsCovered() {
    for (int i = 0; i <= Holes.MAX_REPORTED; i++) {
      add(trade().at(LocalTime.of(10, 0)).volume(10L * (i + 1), 1).build());
      reportAll();
    }

    assertThat(gaps).hasSize(Holes.MAX_REPORTED + 1);
    assertThat(add(5, 1)).as("in the forgotten hole").isEqualTo(Verdict.DUPLICATE);
    assertThat(add(15, 1)).as("in a remembered hole").isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void copyIsIndependent() {
    add(5, 5);
    add(20, 5);
    ContractDay copy = day.copy();
    add(15, 10);

    assertThat(missingVolume(day)).isZero();
    assertThat(missingVolume(copy)).isEqualTo(10);
    assertThat(copy.openHoles()).isEqualTo(1);
  }
}
