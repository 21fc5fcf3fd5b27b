package io.github.kisfutures.job;

import static io.github.kisfutures.job.LiveResults.awaitFrames;
import static io.github.kisfutures.job.LiveResults.awaitSubscribed;
import static io.github.kisfutures.job.LiveResults.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A job that goes on from a savepoint with another list of contracts. */
@Timeout(180)
class ContractsChangedITCase {
  private static final SimulatedAccount FIRST = SimulatorSettings.DEFAULT_ACCOUNT;
  private static final SimulatedAccount SECOND =
      new SimulatedAccount("SIMULATEDAPPKEY00000000000000000000B", "another-secret");
  private static final List<String> BEFORE = List.of("A11610", "A50607", "111V06");
  private static final List<String> AFTER = List.of("A16610", "A11610", "111V06");

  @TempDir Path directory;

  @Test
  void keptContractsStayWhereTheyWereWithTheirState() throws Exception {
    SimulatorSettings server = SimulatorSettings.defaults().withAccounts(List.of(FIRST, SECOND));
    MarketSettings market =
        new MarketSettings(List.of("A11610", "A50607", "111V06", "A16610"), 60, 3);
    try (KisSimulator simulator = KisSimulator.withMarket(server, market).start()) {
      simulator.pause();
      Map<String, String> options = LiveJob.options(simulator, directory, BEFORE, FIRST, SECOND);
      options.put("analytics.windows", "2 s");
      try (LiveJob job = LiveJob.start(LiveJob.settings(options))) {
        awaitSubscribed(simulator, 3);
        assertThat(simulator.subscriptions())
            .containsEntry(FIRST.appKey(), Set.of("A11610", "111V06"))
            .containsEntry(SECOND.appKey(), Set.of("A50607"));
        simulator.resume();
        awaitFrames(simulator, 100);
        settle(simulator, job, 0);
        options.put("execution.state-recovery.path", job.stop(directory.resolve("savepoints")));
      }
      Eventually.await(
          "sessions end", LiveResults.PATIENCE, () -> simulator.openConnections() == 0);
      int sentBefore = simulator.sentFrames().size();
      options.put("feed.contracts", String.join(";", AFTER));
      try (LiveJob job = LiveJob.start(LiveJob.settings(options))) {
        awaitSubscribed(simulator, 3);
        assertThat(simulator.subscriptions())
            .containsEntry(FIRST.appKey(), Set.of("A11610", "111V06"))
            .containsEntry(SECOND.appKey(), Set.of("A16610"));
        simulator.resume();
        awaitFrames(simulator, 100);
        settle(simulator, job, sentBefore);

        LiveResults results = new LiveResults(directory.resolve("results"));
        results.assertSame(
            LiveResults.recomputed(simulator.sentFrames(), Duration.ofSeconds(2)), "no gap");
        assertThat(results.rows(ResultTable.GAPS)).as("LATE_JOIN only").hasSizeLessThan(5);
        assertChangesToldOnce(results);
      }
    }
  }

  private static void assertChangesToldOnce(LiveResults results) {
    assertThat(results.rows(ResultTable.FEED_EVENTS))
        .filteredOn(row -> "CONTRACTS_CHANGED".equals(row.get("kind")))
        .extracting(row -> row.get("session"), row -> row.get("contract"), row -> row.get("code"))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("session-2", "A16610", "ADDED"),
            org.assertj.core.groups.Tuple.tuple("session-2", "A50607", "REMOVED"));
  }
}
