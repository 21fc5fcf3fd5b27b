package io.github.kisfutures.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kisfutures.Eventually;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.job.LiveResults;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two TaskManagers, a session on each; one is killed (SIGKILL) and nobody starts another: its
 * session moves to the one that is left.
 */
@Timeout(300)
class LostTaskManagerITCase {
  private static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06");
  private static final SimulatedAccount SECOND =
      new SimulatedAccount("SIMULATEDAPPKEY00000000000000000000B", "another-secret");

  @TempDir Path directory;

  @Test
  void itsSessionMovesToTheOtherOne() throws Exception {
    String configuration =
        """
        execution.checkpointing.dir: %s
        restart-strategy.type: fixed-delay
        restart-strategy.fixed-delay.attempts: 1000
        restart-strategy.fixed-delay.delay: 1 s
        taskmanager.load-balance.mode: SLOTS
        """
            .formatted(directory.resolve("checkpoints").toUri());
    SimulatorSettings server =
        SimulatorSettings.defaults()
            .withAccounts(List.of(SimulatorSettings.DEFAULT_ACCOUNT, SECOND));
    try (KisSimulator simulator =
            KisSimulator.withMarket(server, new MarketSettings(CONTRACTS, 60, 3)).start();
        StandaloneCluster cluster =
            StandaloneCluster.in(directory.resolve("flink"), configuration, Map.of())) {
      cluster.startSession();
      Process lost = cluster.startTaskManager();
      cluster.awaitTaskManager();
      cluster.startTaskManager();
      cluster.awaitTaskManager();
      Ledger ledger = new Ledger(directory.resolve("results"), simulator, CONTRACTS);
      String job = cluster.submit(arguments(simulator));
      LiveResults.awaitSubscribed(simulator, CONTRACTS.size());
      assertThat(simulator.subscriptions()).as("sessions").hasSize(2);
      assertThat(placesOfTheSource(cluster, job)).containsExactly("tm-1", "tm-2");
      Eventually.await("a checkpoint", Ledger.PATIENCE, () -> cluster.checkpoints(job) >= 1);
      ledger.awaitMore("ticks", 100);
      Map<String, Set<String>> before = Map.copyOf(simulator.subscriptions());

      int connections = simulator.connectionsAccepted();
      lost.destroyForcibly().waitFor();
      Eventually.await(
          "both sessions connect anew",
          Ledger.PATIENCE,
          () -> simulator.connectionsAccepted() == connections + 2);
      LiveResults.awaitSubscribed(simulator, CONTRACTS.size());
      ledger.awaitMore("ticks", 100);
      ledger.settle();

      assertThat(simulator.subscriptions()).as("same contracts, same keys").isEqualTo(before);
      assertThat(placesOfTheSource(cluster, job)).containsExactly("tm-2");
      ledger.assertEverythingAddsUp();
      assertRestartGaps(ledger);
      assertThat(cluster.state(job)).isEqualTo("RUNNING");
    }
  }

  /** TaskManagers on which subtasks of the source run. */
  private static Set<String> placesOfTheSource(StandaloneCluster cluster, String job) {
    Set<String> places = new TreeSet<>();
    for (JsonNode vertex : cluster.get("/jobs/" + job).path("vertices")) {
      if (vertex.path("name").asText().startsWith("Source: KIS feed")) {
        String path = "/jobs/" + job + "/vertices/" + vertex.path("id").asText();
        for (JsonNode subtask : cluster.get(path).path("subtasks")) {
          places.add(subtask.path("taskmanager-id").asText());
        }
      }
    }
    return places;
  }

  /** One of every contract, and nothing else but what was missed before the first trade. */
  private static void assertRestartGaps(Ledger ledger) {
    assertThat(ledger.rows("gaps"))
        .filteredOn(gap -> !gap.path("cause").asText().equals("LATE_JOIN"))
        .as("gaps after the start")
        .extracting(gap -> gap.path("contract").asText() + " " + gap.path("cause").asText())
        .containsExactlyInAnyOrderElementsOf(
            CONTRACTS.stream().map(contract -> contract + " RESTART").toList());
  }

  private List<String> arguments(KisSimulator simulator) throws Exception {
    Map<String, String> options =
        LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT, SECOND);
    options.put("analytics.windows", "2 s");
    options.put("results.script", Path.of("sql/results/files.sql").toAbsolutePath().toString());
    options.remove("heartbeat.interval"); // it is the cluster's
    List<String> arguments =
        new ArrayList<>(
            List.of("run", "-d", "-p", "2", JarsITCase.JOB.toAbsolutePath().toString(), "run"));
    options.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    return arguments;
  }
}
