package io.github.kisfutures.cli;

import static io.github.kisfutures.job.LiveResults.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.job.sinks.CountedTrades;
import io.github.kisfutures.job.sinks.Postgres;
import io.github.kisfutures.job.sinks.Sinks;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code run} as its operator has it: PostgreSQL goes and comes back, Kafka goes, the process is
 * killed meanwhile, and another one goes on with {@code --resume}.
 */
@Timeout(400)
class OutagesITCase {
  private static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06", "A16610");
  private static final Duration[] WINDOWS = {Duration.ofSeconds(2), Duration.ofSeconds(5)};

  /** Of the market; by hand, with longer ones: {@code -Doutage.frames=1200} are 20 seconds. */
  private static final int OUTAGE_FRAMES = Integer.getInteger("outage.frames", 250);

  @TempDir Path directory;

  @Test
  void everyBarIsThereOnceAfterAnOutageAndAKill() throws Exception {
    try (Sinks sinks = Sinks.start();
        KisSimulator simulator = simulator()) {
      try (CommandProcess command = start(simulator, sinks, "first")) {
        awaitBars(command, sinks, 0);
        Postgres.Outage outage = sinks.postgres().interrupt();
        awaitFrames(command, simulator, OUTAGE_FRAMES);
        outage.end();
        awaitPostgres(command, sinks);
        awaitBars(command, sinks, sinks.postgres().rows(ResultTable.BARS).size() + 10);

        sinks.broker().interrupt();
        awaitFrames(command, simulator, OUTAGE_FRAMES);
        command.kill();
        sinks.broker().resume();
      }
      try (CommandProcess command = start(simulator, sinks, "second", "--resume")) {
        awaitBars(command, sinks, sinks.postgres().rows(ResultTable.BARS).size() + 20);
        assertThat(command.err()).containsPattern("Going on from file:.*/chk-\\d+, completed 20");
        simulator.pause();
        CountedTrades.assertEveryBarOnce(simulator, sinks, WINDOWS);
        command.interrupt();
        command.await();
      }
      assertThat(CommandProcess.temporary(directory.resolve("second"))).isEmptyDirectory();
    }
  }

  private static KisSimulator simulator() {
    return KisSimulator.withMarket(
            SimulatorSettings.defaults(), new MarketSettings(CONTRACTS, 60, 11))
        .start();
  }

  private CommandProcess start(
      KisSimulator simulator, Sinks sinks, String name, String... arguments) throws IOException {
    Map<String, String> options =
        LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT);
    options.putAll(sinks.options());
    options.put("analytics.windows", "2 s, 5 s");
    options.put("execution.checkpointing.dir", directory.resolve("checkpoints").toUri().toString());
    List<String> command = new ArrayList<>(List.of("run"));
    command.addAll(List.of(arguments));
    options.forEach((key, value) -> command.add("-D" + key + "=" + value));
    return CommandProcess.start(
        Files.createDirectories(directory.resolve(name)), command.toArray(String[]::new));
  }

  private static void awaitBars(CommandProcess command, Sinks sinks, int more) {
    await(
        more + " bars in both",
        command,
        () ->
            sinks.kafkaRows(ResultTable.BARS).size() > more
                && sinks.postgres().rows(ResultTable.BARS).size() > more);
  }

  private static void awaitPostgres(CommandProcess command, Sinks sinks) {
    await(
        "PostgreSQL is back",
        command,
        () -> {
          try {
            return !sinks.postgres().rows(ResultTable.BARS).isEmpty();
          } catch (IllegalStateException e) {
            return false;
          }
        });
  }

  private static void awaitFrames(CommandProcess command, KisSimulator simulator, int more) {
    int made = simulator.tradesMade().size();
    await(more + " trades made", command, () -> simulator.tradesMade().size() >= made + more);
  }

  private static void await(String what, CommandProcess command, BooleanSupplier condition) {
    Eventually.await(
        what,
        PATIENCE.plusSeconds(OUTAGE_FRAMES),
        () -> {
          assertThat(command.isAlive()).as("running; stderr: %s", command.err()).isTrue();
          return condition.getAsBoolean();
        });
  }
}
