package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.feed.SessionState;
import io.github.kisfutures.simulator.FaultWord;
import io.github.kisfutures.simulator.FrameSource;
import io.github.kisfutures.simulator.MarketSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two hundred random faults on the whole feed: whatever happens, what is counted and what is in gap
 * rows is what the market made, to the contract. Other seeds: {@code -Dfaults.seed=42
 * -Dfaults.runs=100}.
 */
class RandomFaultsPropertyTest {
  private static final List<String> CONTRACTS = List.of("111V06", "A50607", "A11610");
  private static final Duration LENGTH = Duration.ofMinutes(100);
  private static final int FAULTS = 200;

  static LongStream seeds() {
    long first = Long.getLong("faults.seed", 1);
    return LongStream.range(first, first + Integer.getInteger("faults.runs", 3));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void oneSessionAddsUp(long seed) throws Exception {
    // clocks that are wrong are tried below: they settle gaps before their trades can come
    RandomFaults faults = new RandomFaults(seed, LENGTH, CONTRACTS, FaultWord.SKEW);
    addsUp(seed, 1, true, faults.script(FAULTS));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void twoSessionsAddUp(long seed) throws Exception {
    RandomFaults faults = new RandomFaults(-seed, LENGTH, CONTRACTS, FaultWord.SKEW);
    addsUp(seed, 2, true, faults.script(FAULTS));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void wrongClocksAddUp(long seed) throws Exception {
    RandomFaults faults = new RandomFaults(~seed, LENGTH, CONTRACTS);
    addsUp(seed, 1, false, faults.script(FAULTS));
  }

  private static void addsUp(long seed, int sessions, boolean clocksAreRight, String... lines)
      throws Exception {
    try (CapturedLogs logs = new CapturedLogs();
        FaultRun run =
            script(lines)
                .contracts(CONTRACTS.toArray(String[]::new))
                .market(FrameSource.market(new MarketSettings(CONTRACTS, 6, seed)))
                .sessions(sessions)
                .jitter(0.2)
                // short waits, so that most faults find a live session
                .reconnect(Duration.ofSeconds(15))
                .seed(seed)
                .start()) {
      run.pass(LENGTH).pass(Duration.ofMinutes(30));
      String what =
          "seed " + seed + ", " + sessions + " session(s), script:\n" + String.join("\n", lines);

      assertThat(run.states()).as(what).containsOnly(SessionState.LIVE);
      assertThat(run.kis.made()).as(what).hasSizeGreaterThan(20_000);
      assertThat(run.accepted().size()).as("counted; " + what).isGreaterThan(5_000);
      assertThat(run.anomalies()).as("anomalies; " + what).isZero();
      Balance balance = run.balance();
      balance.assertEven(what);
      if (clocksAreRight) {
        assertThat(balance.filledLate()).as("in a gap row and yet counted; " + what).isZero();
      }
      run.assertNoSecrets(String.join("\n", logs.lines()));
      assertThat(logs.lines()).as(what).hasSizeGreaterThan(100);
    }
  }
}
