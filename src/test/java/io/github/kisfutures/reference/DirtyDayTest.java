package io.github.kisfutures.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirtyDayTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aCleanDayMissesNothing(long seed) {
    ReferenceRun run = ReferenceRun.of(DirtyDay.clean(seed, 5, 4_000).lines(), TEN_SECONDS, MINUTE);

    assertThat(run.capture().trades()).as("seed %d", seed).hasSize(4_000);
    assertThat(run.capture().rejected()).as("seed %d", seed).isEmpty();
    assertThat(run.continuity().duplicates()).as("seed %d", seed).isEmpty();
    assertThat(run.continuity().anomalies()).as("seed %d", seed).isEmpty();
    assertThat(run.gaps()).as("seed %d", seed).isEmpty();
    assertThat(run.lateTicks()).as("seed %d", seed).isEmpty();
    assertThat(run.bars())
        .as("seed %d", seed)
        .hasSizeGreaterThan(1_000)
        .allSatisfy(
            bar -> {
              assertThat(bar).containsEntry("complete", "true");
              assertThat(bar.get("vwap")).isEqualTo(bar.get("vwap_observed"));
            });
  }

  @Test
  void aCleanDayKeepsTheIdentitiesOfTheProtocol() {
    RawCapture capture = RawCapture.parse(DirtyDay.clean(4, 3, 3_000).lines());
    Map<String, RawTrade> previous = new HashMap<>();
    for (RawTrade trade : capture.trades()) {
      RawTrade before = previous.put(trade.contract(), trade);
      assertThat(trade.volumeBefore()).isEqualTo(before == null ? 0 : before.volumeAfter());
      assertThat(trade.valueBefore(BigDecimal.TEN))
          .isEqualTo(BigDecimal.valueOf(before == null ? 0 : before.valueAfter()));
      assertThat(trade.number("theoretical_gap"))
          .isEqualTo(trade.number("price").subtract(trade.number("theoretical_price")));
      assertThat(trade.number("theoretical_basis").subtract(trade.number("market_basis")))
          .isEqualByComparingTo(trade.number("theoretical_price").subtract(trade.number("price")));
      assertThat(trade.number("net_buy_trades"))
          .isEqualTo(trade.number("buy_trades").subtract(trade.number("sell_trades")));
      assertThat(trade.number("cumulative_buy_volume").add(trade.number("cumulative_sell_volume")))
          .isLessThanOrEqualTo(trade.number("cumulative_volume"));
      assertThat(trade.number("day_low")).isLessThanOrEqualTo(trade.number("day_open"));
      assertThat(trade.number("price")).isLessThanOrEqualTo(trade.number("day_high"));
      assertThat(trade.number("from_high"))
          .isEqualTo(trade.number("price").subtract(trade.number("day_high")));
    }
    assertThat(previous).hasSize(3);
  }

  @Test
  void timesRiseThroughTheSessionWithSeveralTradesInASecond() {
    List<RawTrade> trades = RawCapture.parse(DirtyDay.clean(5, 4, 5_000).lines()).trades();
    Map<Instant, Integer> perSecond = new TreeMap<>();
    trades.forEach(trade -> perSecond.merge(trade.eventTime(), 1, Integer::sum));

    assertThat(trades).isSortedAccordingTo(Comparator.comparing(RawTrade::eventTime));
    assertThat(perSecond.values()).anyMatch(n -> n > 3);
    assertThat(trades.get(0).eventTime())
        .isBetween(Instant.parse("2026-07-09T23:45:00Z"), Instant.parse("2026-07-09T23:46:00Z"));
    assertThat(trades.get(4_999).eventTime())
        .isBetween(Instant.parse("2026-07-10T06:40:00Z"), Instant.parse("2026-07-10T06:44:59Z"));
  }

  @Test
  void theSameSeedGivesTheSameLines() {
    assertThat(DirtyDay.dirty(6, 5, 2_000).lines())
        .isEqualTo(DirtyDay.dirty(6, 5, 2_000).lines())
        .isNotEqualTo(DirtyDay.dirty(7, 5, 2_000).lines());
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void aDirtyDayHasEveryDirt(long seed) {
    List<String> lines = DirtyDay.dirty(seed, 6, 8_000).lines();
    ReferenceRun run = ReferenceRun.of(lines, MINUTE);
    List<String> reasons = run.capture().rejected().stream().map(RawCapture.Rejected::why).toList();

    assertThat(receiveTimes(lines)).as("seed %d", seed).isSorted();
    assertThat(reasons)
        .as("seed %d", seed)
        .anyMatch(why -> why.startsWith("unknown TR"))
        .anyMatch(why -> why.equals("encrypted"))
        .anyMatch(why -> why.startsWith("no trade_time"))
        .anyMatch(why -> why.contains("records"));
    assertThat(run.capture().controlMessages()).as("seed %d", seed).isPositive();
    assertThat(run.continuity().duplicates()).as("seed %d", seed).isNotEmpty();
    assertThat(run.continuity().anomalies()).as("seed %d", seed).isEmpty();
    assertThat(run.lateTicks()).as("seed %d", seed).isNotEmpty();
    assertThat(run.gaps())
        .as("seed %d", seed)
        .anyMatch(gap -> gap.get("cause").equals("LATE_JOIN"))
        .anyMatch(gap -> gap.get("cause").equals("UNKNOWN"));
    assertThat(run.bars())
        .as("seed %d", seed)
        .anyMatch(bar -> bar.get("complete").equals("false"))
        .anyMatch(bar -> bar.get("basis_bp") == null)
        .anyMatch(bar -> bar.get("best_ask") == null)
        .anyMatch(bar -> bar.get("buy_volume") == null);
    assertThat(largestDisorder(run)).as("seed %d", seed).isGreaterThan(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void harmlessDirtLeavesTheBarsAsTheyAre(long seed) {
    DirtRates harmless =
        DirtRates.clean()
            .with(Dirt.REORDERED, 300)
            .with(Dirt.DUPLICATED, 50)
            .with(Dirt.WIDER, 100)
            .with(Dirt.TRAILING_CARET, 100)
            .with(Dirt.OTHER_TR, 20)
            .with(Dirt.ENCRYPTED, 20)
            .with(Dirt.CONTROL_MESSAGE, 20);
    ReferenceRun clean = ReferenceRun.of(DirtyDay.clean(seed, 5, 5_000).lines(), TEN_SECONDS);
    ReferenceRun run =
        ReferenceRun.of(new DirtyDay(seed, 5, 5_000, harmless, TWO_SECONDS).lines(), TEN_SECONDS);

    assertThat(run.continuity().duplicates()).as("seed %d", seed).isNotEmpty();
    assertThat(run.lateTicks()).as("seed %d", seed).isEmpty();
    assertThat(run.gaps()).as("seed %d", seed).isEmpty();
    ComparedRows.assertSame(ResultTable.BARS, clean.bars(), run.bars());
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void shufflingArrivalLeavesTheBarsAsTheyAre(long seed) {
    List<String> lines = DirtyDay.clean(seed, 5, 5_000).lines();
    List<String> shuffled = DirtyDay.shuffledWithin(seed, lines, TWO_SECONDS);
    ReferenceRun run = ReferenceRun.of(shuffled, TEN_SECONDS);

    assertThat(receiveTimes(shuffled)).as("seed %d", seed).isSorted();
    assertThat(largestDisorder(run))
        .as("seed %d", seed)
        .isBetween(Duration.ofSeconds(1), TWO_SECONDS);
    assertThat(run.lateTicks()).as("seed %d", seed).isEmpty();
    assertThat(run.gaps()).as("seed %d", seed).isEmpty();
    ComparedRows.assertSame(
        ResultTable.BARS, ReferenceRun.of(lines, TEN_SECONDS).bars(), run.bars());
  }

  @Test
  void whatIsMissingIsMeasured() {
    DirtRates lossy =
        DirtRates.clean().with(Dirt.MISSING, 20).with(Dirt.OUTAGE, 20).with(Dirt.LATE_JOIN, 500);
    ReferenceRun run =
        ReferenceRun.of(new DirtyDay(41, 6, 6_000, lossy, TWO_SECONDS).lines(), MINUTE);
    Map<String, Long> received = new TreeMap<>();
    Map<String, Long> last = new TreeMap<>();
    Map<String, Long> missed = new TreeMap<>();
    for (ArrivedTrade arrived : run.continuity().accepted()) {
      received.merge(arrived.trade().contract(), arrived.trade().quantity(), Long::sum);
      last.put(arrived.trade().contract(), arrived.trade().volumeAfter());
    }
    run.gaps()
        .forEach(
            g -> missed.merge(g.get("contract"), Long.valueOf(g.get("missed_volume")), Long::sum));

    assertThat(missed).hasSize(6);
    last.forEach(
        (contract, volume) ->
            assertThat(received.get(contract) + missed.get(contract)).isEqualTo(volume));
  }

  private static List<Instant> receiveTimes(List<String> lines) {
    return lines.stream()
        .map(line -> OffsetDateTime.parse(line.substring(0, line.indexOf('\t'))).toInstant())
        .toList();
  }

  /** The most by which a trade that is no duplicate comes behind an earlier arrival's time. */
  private static Duration largestDisorder(ReferenceRun run) {
    Duration largest = Duration.ZERO;
    for (ArrivedTrade arrived : run.continuity().accepted()) {
      if (arrived.watermark() != null) {
        Instant reached = arrived.watermark().plus(TWO_SECONDS);
        Duration behind = Duration.between(arrived.trade().eventTime(), reached);
        largest = behind.compareTo(largest) > 0 ? behind : largest;
      }
    }
    return largest;
  }
}
