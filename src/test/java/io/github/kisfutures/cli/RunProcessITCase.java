package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.FilesInUse;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The {@code run} command in a JVM of its own, ended by Ctrl-C. */
@Timeout(400)
class RunProcessITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int INTERRUPTED = 128 + 2; // as of any program that SIGINT ends
  private static final List<String> CONTRACTS = List.of("A11610", "111V06");

  @TempDir Path directory;

  /** Without the savepoint no row at all would show: the first checkpoint is an hour away. */
  @Test
  void controlCShowsTheRowsSinceTheLastCheckpoint() throws Exception {
    try (KisSimulator simulator = simulator()) {
      URI savepoints = directory.resolve("savepoints").toUri();
      String err =
          interrupted(simulator, Map.of("execution.checkpointing.savepoint-dir", savepoints));
      int rows = ticks();
      assertThat(rows).isPositive().isLessThanOrEqualTo(simulator.tradesMade().size());
      assertThat(err).doesNotContain("\tat ", "Exception").contains("Savepoint: file:");

      // the next one goes on from the savepoint
      String savepoint = err.substring(err.indexOf("file:"), err.indexOf("; -Dexecution"));
      err = interrupted(simulator, Map.of("execution.state-recovery.path", savepoint));
      assertThat(ticks()).isGreaterThan(rows);
      assertThat(err).doesNotContain("\tat ", "Exception").doesNotContain("Savepoint");
    }
  }

  private static KisSimulator simulator() {
    return KisSimulator.withMarket(
            SimulatorSettings.defaults(), new MarketSettings(CONTRACTS, 60, 3))
        .start();
  }

  /** Lets it run for some seconds of trades; what it said. */
  private String interrupted(KisSimulator simulator, Map<String, ?> more) throws Exception {
    SimulatedAccount account = SimulatorSettings.DEFAULT_ACCOUNT;
    Map<String, String> options = LiveJob.options(simulator, directory, CONTRACTS, account);
    more.forEach((key, value) -> options.put(key, value.toString()));
    options.put("execution.checkpointing.interval", "1 h");
    List<String> arguments = new ArrayList<>(List.of("run"));
    options.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    int before = simulator.sentFrames().size();
    try (CommandProcess command =
        CommandProcess.start(directory, arguments.toArray(String[]::new))) {
      Eventually.await(
          "some seconds of frames",
          PATIENCE,
          () -> {
            assertThat(command.isAlive()).as("running; stderr: %s", command.err()).isTrue();
            return simulator.sentFrames().size() >= before + 300;
          });
      command.interrupt();
      assertThat(command.await()).isEqualTo(INTERRUPTED);
      assertThat(CommandProcess.temporary(directory)).isEmptyDirectory();
      Eventually.await("disconnected", PATIENCE, () -> simulator.openConnections() == 0);
      return command.err();
    }
  }

  private int ticks() throws IOException {
    int rows = 0;
    for (Path file : FilesInUse.finished(directory.resolve("results/ticks"))) {
      rows += Files.readAllLines(file).size();
    }
    return rows;
  }
}
