package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An hour of a server that refuses everybody. The shortest waits that the back-off allows are 5,
 * 10, 20, 40, 80, 160 s less nothing (the jitter lies above them), then 5 min less a third.
 */
class RefusingServerBackoffTest {
  private static final String[] REFUSING = {"- at: 0 s", "  what: refuse", "  for: 100 h"};
  private static final long INITIAL = 5_000;

  /** The longest wait less twice its jitter: the random interval lies inside the bounds. */
  private static final long SHORTEST_OF_THE_LONGEST = 200_000;

  private static int bound() {
    long passed = 0;
    int attempts = 0;
    for (int failures = 0; passed <= Duration.ofHours(1).toMillis(); failures++) {
      attempts++;
      passed += Math.min(INITIAL << Math.min(failures, 20), SHORTEST_OF_THE_LONGEST);
    }
    return attempts;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void oneSessionStaysWithinTheBound(long seed) throws Exception {
    try (FaultRun run = script(REFUSING).jitter(0.2).seed(seed).after(3600)) {
      List<Long> attempts = run.kis.attempts();
      assertThat(attempts).as("seed %d", seed).hasSizeBetween(15, bound());
      for (int i = 1; i < attempts.size(); i++) {
        long wait = attempts.get(i) - attempts.get(i - 1);
        assertThat(wait)
            .as("wait %d, seed %d", i, seed)
            .isBetween(
                Math.min(INITIAL << Math.min(i - 1, 20), SHORTEST_OF_THE_LONGEST),
                Duration.ofMinutes(5).toMillis() + 1);
      }
      assertThat(run.kis.approvalKeys()).as("approval keys, seed %d", seed).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void twentySessionsStayWithinTheBoundAndSpread(long seed) throws Exception {
    try (FaultRun run = script(REFUSING).jitter(0.2).seed(seed).sessions(20).after(3600)) {
      List<Long> attempts = run.kis.attempts();
      assertThat(attempts).as("seed %d", seed).hasSizeBetween(20 * 15, 20 * bound());
      assertSpread("seed " + seed, attempts);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void twentySessionsThatAreCutAtOnceSpread(long seed) throws Exception {
    String[] cut = {"- at: 60 s", "  what: drop", "- at: 60 s", "  what: refuse", "  for: 100 h"};
    try (FaultRun run = script(cut).jitter(0.2).seed(seed).sessions(20).after(60)) {
      assertThat(run.kis.attempts()).as("seed %d", seed).hasSize(20);
      run.passSeconds(3600);
      List<Long> after = run.kis.attempts().subList(20, run.kis.attempts().size());
      assertThat(after.get(0)).as("seed %d", seed).isGreaterThanOrEqualTo(60_000 + INITIAL);
      assertThat(after).as("seed %d", seed).hasSizeBetween(20 * 14, 20 * bound());
      assertSpread("seed " + seed, after);
    }
  }

  /** Never more than five in the same tenth of a second. */
  private static void assertSpread(String what, List<Long> attempts) {
    TreeMap<Long, Integer> bySlot = new TreeMap<>();
    attempts.forEach(at -> bySlot.merge(at / 100, 1, Integer::sum));
    assertThat(bySlot.values().stream().mapToInt(Integer::intValue).max().orElseThrow())
        .as("attempts at once; %s", what)
        .isLessThanOrEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aJobThatRestartsAgainAndAgainIsNoFasterThanOneThatDoesNot(long seed) throws Exception {
    try (FaultRun run = script(REFUSING).jitter(0.2).seed(seed).after(1)) {
      while (run.time.elapsedMillis() < Duration.ofHours(1).toMillis()) {
        run.restart(Duration.ofSeconds(1)).passSeconds(9);
      }
      List<Long> attempts = new ArrayList<>(run.kis.attempts());
      assertThat(attempts).as("seed %d", seed).hasSizeBetween(10, bound());
      for (int i = 1; i < attempts.size(); i++) {
        assertThat(attempts.get(i) - attempts.get(i - 1))
            .as("wait %d, seed %d", i, seed)
            .isGreaterThanOrEqualTo(INITIAL);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void twentySessionsOfARestartedJobSpread(long seed) throws Exception {
    try (FaultRun run = script(REFUSING).jitter(0.2).seed(seed).sessions(20).after(60)) {
      int before = run.kis.attempts().size();
      run.restart(Duration.ofSeconds(1)).passSeconds(60);
      List<Long> after = run.kis.attempts().subList(before, run.kis.attempts().size());
      assertThat(after.get(0)).as("seed %d", seed).isGreaterThanOrEqualTo(61_000 + INITIAL);
      assertThat(after).as("seed %d", seed).hasSizeBetween(20, 40);
      assertSpread("seed " + seed, after);
    }
  }

  /** A crash within the back-off brings no connection at all. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aJobThatRestartsFasterThanTheFirstWaitDoesNotConnect(long seed) throws Exception {
    try (FaultRun run = script(REFUSING).jitter(0.2).seed(seed).after(1)) {
      for (int i = 0; i < 500; i++) {
        run.restart(Duration.ofMillis(500)).passSeconds(4);
      }
      assertThat(run.kis.attempts()).as("seed %d", seed).hasSize(1);
    }
  }
}
