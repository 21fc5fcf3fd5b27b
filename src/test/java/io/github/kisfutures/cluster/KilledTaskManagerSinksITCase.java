package io.github.kisfutures.cluster;

import static io.github.kisfutures.job.LiveResults.awaitFrames;
import static io.github.kisfutures.job.LiveResults.awaitSubscribed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.ProcessSignal;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.job.sinks.CountedTrades;
import io.github.kisfutures.job.sinks.Sinks;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged job on a real cluster, writing to Kafka and PostgreSQL; its TaskManager is killed
 * (SIGKILL) with transactions open. Afterwards every bar is there once in both.
 */
@Timeout(400)
class KilledTaskManagerSinksITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06");

  @TempDir Path directory;

  @Test
  void everyBarIsThereOnce() throws Exception {
    String configuration =
        """
        execution.checkpointing.dir: %s
        restart-strategy.type: fixed-delay
        restart-strategy.fixed-delay.attempts: 1000
        restart-strategy.fixed-delay.delay: 1 s
        """
            .formatted(directory.resolve("checkpoints").toUri());
    try (Sinks sinks = Sinks.start();
        KisSimulator simulator =
            KisSimulator.withMarket(
                    SimulatorSettings.defaults(), new MarketSettings(CONTRACTS, 40, 3))
                .start();
        StandaloneCluster cluster =
            StandaloneCluster.in(directory.resolve("flink"), configuration, Map.of())) {
      cluster.startSession();
      Process taskManager = cluster.startTaskManager();
      cluster.awaitTaskManager();
      String job = cluster.submit(arguments(simulator, sinks));
      awaitSubscribed(simulator, CONTRACTS.size());
      Eventually.await(
          "bars", PATIENCE, () -> sinks.kafkaRows(ResultTable.BARS).size() > CONTRACTS.size());

      killWithinATransaction(taskManager, sinks);
      int connections = simulator.connectionsAccepted();
      cluster.startTaskManager();
      Eventually.await(
          "a new connection", PATIENCE, () -> simulator.connectionsAccepted() > connections);
      awaitSubscribed(simulator, CONTRACTS.size());
      awaitFrames(simulator, 100);
      simulator.pause();
      CountedTrades.assertEveryBarOnce(simulator, sinks, Duration.ofSeconds(2));
      assertThat(cluster.state(job)).isEqualTo("RUNNING");
    }
  }

  /** Transactions end and begin with every checkpoint: only of one that stands still we know. */
  private static void killWithinATransaction(Process taskManager, Sinks sinks) throws Exception {
    Eventually.await(
        "an open transaction",
        PATIENCE,
        () -> {
          ProcessSignal.STOP.send(taskManager);
          boolean open = !sinks.broker().openTransactions().isEmpty();
          if (!open) {
            ProcessSignal.CONT.send(taskManager);
          }
          return open;
        });
    taskManager.destroyForcibly().waitFor();
  }

  private List<String> arguments(KisSimulator simulator, Sinks sinks) throws Exception {
    Map<String, String> options =
        LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT);
    options.putAll(sinks.options());
    options.put("analytics.windows", "2 s");
    options.remove("heartbeat.interval"); // it is the cluster's
    List<String> arguments =
        new ArrayList<>(List.of("run", "-d", JarsITCase.JOB.toAbsolutePath().toString(), "run"));
    options.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    return arguments;
  }
}
