package io.github.kisfutures.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds whatever the feed says, on random days with any mixture of lies and other dirt. More
 * seeds: {@code -Dlies.seed=1 -Dlies.runs=1000}.
 */
class LyingFeedTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int CONTRACTS = 4;
  private static final int TRADES = 2_500;

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
  void noBarIsWorseThanIncomplete(long seed) {
    DirtRates rates = someOfEverything(seed);
    ReferenceRun run =
        ReferenceRun.of(
            DirtyDay.lying(seed, CONTRACTS, TRADES, rates).lines(), Duration.ofSeconds(10), MINUTE);

    assertThat(run.ticks().size() + run.continuity().duplicates().size())
        .as("seed %d: records, %s", seed, rates)
        .isEqualTo(run.capture().trades().size());
    Set<Instant> overlaps =
        run.continuity().anomalies().stream()
            .map(RawTrade::eventTime)
            .collect(Collectors.toCollection(HashSet::new));
    // a record of the latest second, plausible below its run's begin: the hole goes back in time
    run.gaps().stream()
        .filter(gap -> gap.get("time_before") != null)
        .filter(gap -> gap.get("time_before").compareTo(gap.get("time_after")) > 0)
        .forEach(gap -> overlaps.add(Instant.parse(gap.get("time_before"))));
    for (Map<String, String> bar : run.bars()) {
      if (overlaps.stream().anyMatch(time -> holds(bar, time))) {
        continue; // an overlap is kept, so that it is counted twice
      }
      BigDecimal missed = new BigDecimal(bar.get("missed_volume"));
      BigDecimal covered = new BigDecimal(bar.get("volume")).add(missed);
      assertThat(new BigDecimal(bar.get("turnover")).signum())
          .as("seed %d: turnover of %s, %s", seed, bar, rates)
          .isNotNegative();
      assertThat(covered.signum())
          .as("seed %d: covered volume of %s, %s", seed, bar, rates)
          .isPositive();
      assertThat(missed.signum())
          .as("seed %d: missed volume of %s, %s", seed, bar, rates)
          .isNotNegative();
      if ("true".equals(bar.get("complete"))) {
        assertThat(new BigDecimal(bar.get("vwap")))
            .as("seed %d: %s, %s", seed, bar, rates)
            .isBetween(new BigDecimal(bar.get("low")), new BigDecimal(bar.get("high")));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void countersThatLieCostNoTrade(long seed) {
    DirtRates rates =
        DirtRates.of(Dirt.RESET_COUNTERS, Dirt.CANCEL, Dirt.WILD_VOLUME, Dirt.ZERO_TRADE)
            .with(Dirt.ODD_NUMBER, 10);
    List<Map<String, String>> honest =
        ReferenceRun.of(DirtyDay.clean(seed, CONTRACTS, TRADES).lines(), MINUTE).bars();
    ReferenceRun lying =
        ReferenceRun.of(DirtyDay.lying(seed, CONTRACTS, TRADES, rates).lines(), MINUTE);

    assertThat(lying.gaps())
        .as("seed %d", seed)
        .isNotEmpty()
        .allMatch(gap -> gap.get("cause").equals("COUNTERS"));
    assertThat(only(lying.bars())).as("seed %d", seed).isEqualTo(only(honest));
  }

  private static boolean holds(Map<String, String> bar, Instant time) {
    return !time.isBefore(Instant.parse(bar.get("window_start")))
        && time.isBefore(Instant.parse(bar.get("window_end")));
  }

  private static List<Map<String, String>> only(List<Map<String, String>> bars) {
    List<Map<String, String>> some = new ArrayList<>();
    for (Map<String, String> bar : bars) {
      Map<String, String> columns = new HashMap<>();
      for (String column :
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
              "complete",
              "theoretical_basis")) {
        columns.put(column, bar.get(column));
      }
      some.add(columns);
    }
    return some;
  }
}
