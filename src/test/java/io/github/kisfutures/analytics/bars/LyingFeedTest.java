package io.github.kisfutures.analytics.bars;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.reference.ComparedRows;
import io.github.kisfutures.reference.Dirt;
import io.github.kisfutures.reference.DirtRates;
import io.github.kisfutures.reference.DirtyDay;
import io.github.kisfutures.reference.RawTrade;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds whatever the feed says, on random days with any mixture of lies and other dirt. More
 * seeds: {@code -Dlies.seed=1 -Dlies.runs=1000}.
 */
class LyingFeedTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final int CONTRACTS = 4;
  private static final int TRADES = 2_500;

  /** What counters that lie leave as it is; the others are of the counters themselves. */
  private static final List<String> UNTOUCHED =
      List.of(
          "contract",
          "window_start",
          "trades",
          "open",
          "high",
          "low",
          "close",
          "price_change",
          "volume",
          "turnover",
          "vwap",
          "vwap_observed",
          "missed_volume",
          "complete",
          "theoretical_basis");

  static LongStream seeds() {
    long first = Long.getLong("lies.seed", 1);
    return LongStream.range(first, first + Integer.getInteger("lies.runs", 4));
  }

  /** Some kinds of dirt, lies too. */
  private static DirtRates someOfEverything(long seed) {
    Random random = new Random(seed);
    Set<Dirt> some = EnumSet.noneOf(Dirt.class);
    for (Dirt dirt : Dirt.values()) {
      if (random.nextInt(3) == 0) {
        some.add(dirt);
      }
    }
    return DirtRates.of(some.toArray(Dirt[]::new));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void barsAndGapsAreThoseOfTheRecomputation(long seed) throws Exception {
    DirtRates rates = someOfEverything(seed);
    List<String> lines = DirtyDay.lying(seed, CONTRACTS, TRADES, rates).lines();
    Duration window = seed % 2 == 0 ? TEN_SECONDS : MINUTE;
    ReferenceRun expected = ReferenceRun.of(lines, window);

    HarnessedReplay replay = HarnessedReplay.of(lines, window);

    String day = "seed %d, %s".formatted(seed, rates);
    ComparedRows.assertSame(day, ResultTable.BARS, expected.bars(), replay.bars());
    ComparedRows.assertSame(day, ResultTable.GAPS, expected.gaps(), replay.gaps());
    assertThat(replay.late()).as("late, %s", day).isEqualTo(expected.lateTicks().size());
    assertThat(replay.rejected())
        .as("rejected, %s", day)
        .isEqualTo(expected.capture().rejected().size());
    assertThat(replay.ticks() + replay.duplicates())
        .as("ticks and duplicates, %s", day)
        .isEqualTo(expected.capture().trades().size());
    assertPlausible(day, replay.bars(), overlaps(expected));
  }

  /** Fewer contracts were cancelled than the next trade has: it is kept, and counts twice. */
  private static Set<Instant> overlaps(ReferenceRun run) {
    return run.continuity().anomalies().stream()
        .filter(trade -> trade.quantity() > 0)
        .map(RawTrade::eventTime)
        .collect(Collectors.toSet());
  }

  private static void assertPlausible(
      String day, List<Map<String, @Nullable String>> bars, Set<Instant> overlaps) {
    for (Map<String, @Nullable String> bar : bars) {
      if (overlaps.stream().anyMatch(time -> holds(bar, time))) {
        continue;
      }
      BigDecimal missed = number(bar, "missed_volume");
      assertThat(number(bar, "turnover").signum())
          .as("turnover of %s, %s", bar, day)
          .isNotNegative();
      assertThat(number(bar, "volume").add(missed).signum())
          .as("covered volume of %s, %s", bar, day)
          .isPositive();
      assertThat(missed.signum()).as("missed volume of %s, %s", bar, day).isNotNegative();
      if ("true".equals(bar.get("complete"))) {
        assertThat(number(bar, "vwap"))
            .as("vwap of %s, %s", bar, day)
            .isBetween(number(bar, "low"), number(bar, "high"));
      }
    }
  }

  private static boolean holds(Map<String, @Nullable String> bar, Instant time) {
    return !time.isBefore(Instant.parse(bar.get("window_start")))
        && time.isBefore(Instant.parse(bar.get("window_end")));
  }

  private static BigDecimal number(Map<String, @Nullable String> bar, String column) {
    return new BigDecimal(bar.get(column));
  }

  /** So the sums over the day are those of the honest one, too. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void countersThatLieCostNoTrade(long seed) throws Exception {
    DirtRates rates =
        DirtRates.of(Dirt.RESET_COUNTERS, Dirt.CANCEL, Dirt.WILD_VOLUME, Dirt.ZERO_TRADE)
            .with(Dirt.ODD_NUMBER, 10);
    HarnessedReplay honest =
        HarnessedReplay.of(DirtyDay.clean(seed, CONTRACTS, TRADES).lines(), MINUTE);

    HarnessedReplay lying =
        HarnessedReplay.of(DirtyDay.lying(seed, CONTRACTS, TRADES, rates).lines(), MINUTE);

    assertThat(lying.gaps())
        .as("seed %d", seed)
        .isNotEmpty()
        .allMatch(gap -> "COUNTERS".equals(gap.get("cause")));
    assertThat(untouched(lying.bars()))
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(untouched(honest.bars()));
  }

  private static List<Map<String, @Nullable String>> untouched(
      List<Map<String, @Nullable String>> bars) {
    return bars.stream()
        .map(
            bar -> {
              Map<String, @Nullable String> some = new TreeMap<>(bar);
              some.keySet().retainAll(UNTOUCHED);
              return some;
            })
        .toList();
  }

  /** Of odd spellings, values that say nothing, and records without contracts. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whereNothingContradictsTheOrderOfArrivalDoesNotMatter(long seed) throws Exception {
    DirtRates rates =
        DirtRates.of(
            Dirt.ODD_NUMBER,
            Dirt.NO_INTEREST,
            Dirt.ZERO_TRADE,
            Dirt.BLANKS,
            Dirt.MISSING,
            Dirt.DUPLICATED,
            Dirt.LATE_JOIN);
    DirtyDay day = DirtyDay.lying(seed, CONTRACTS, TRADES, rates);
    HarnessedReplay inOrder = HarnessedReplay.of(day.lines(), MINUTE);

    HarnessedReplay shuffled =
        HarnessedReplay.of(
            DirtyDay.shuffledWithin(seed, day.lines(), day.maxOutOfOrderness()), MINUTE);

    String what = "seed " + seed;
    ComparedRows.assertSame(what, ResultTable.BARS, inOrder.bars(), shuffled.bars());
    ComparedRows.assertSame(what, ResultTable.GAPS, inOrder.gaps(), shuffled.gaps());
  }
}
