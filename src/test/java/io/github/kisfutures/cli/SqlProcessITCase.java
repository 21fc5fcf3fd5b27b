package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The {@code sql} command in a JVM of its own, ended by Ctrl-C. */
@Timeout(400)
class SqlProcessITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(240);
  private static final int INTERRUPTED = 128 + 2; // as of any program that SIGINT ends

  @TempDir Path directory;

  @Test
  void controlCEndsAQueryOnTheLiveFeed() throws Exception {
    List<String> contracts = List.of("A11610", "111V06");
    try (KisSimulator simulator =
        KisSimulator.withMarket(SimulatorSettings.defaults(), new MarketSettings(contracts, 60, 3))
            .start()) {
      Path credentials = CredentialsText.file(directory, SimulatorSettings.DEFAULT_ACCOUNT);
      Path ticks =
          script(
              "ticks.sql",
              Files.readString(Path.of("sql/ticks.sql"))
                  .replace(
                      "'A11610;A50607;111V06'",
                      "'A11610;111V06', 'websocket-url' = '%s', 'rest-url' = '%s', 'credentials' = 'file:%s'"
                          .formatted(simulator.webSocketUri(), simulator.restUri(), credentials)));
      Path query = script("query.sql", "SELECT contract, price FROM ticks;\nSHOW TABLES;");
      try (CommandProcess command =
          CommandProcess.start(directory, "sql", ticks.toString(), query.toString())) {
        Eventually.await(
            "rows are printed",
            PATIENCE,
            () -> {
              assertThat(command.isAlive()).as("running; stderr: %s", command.err()).isTrue();
              return command.out().lines().filter(line -> line.startsWith("| +I |")).count() > 20;
            });
        assertThat(simulator.openConnections()).isEqualTo(1);

        command.interrupt();

        assertThat(command.await()).isEqualTo(INTERRUPTED);
        assertThat(command.err()).doesNotContain("\tat ", "Exception");
        assertThat(command.out()).as("statements behind it").doesNotContain("table name");
        Eventually.await("disconnected", PATIENCE, () -> simulator.openConnections() == 0);
      }
    }
  }

  @Test
  void aStatementThatFailsIsOneLineOnTheScreen() throws Exception {
    Path capture = Files.writeString(directory.resolve("day.txt"), "no capture line\n");
    Path query =
        script(
            "query.sql",
            """
            CREATE TABLE ticks (price BIGINT) WITH
              ('connector' = 'filesystem', 'path' = '%s', 'format' = 'kis');
            SELECT price FROM ticks;
            """
                .formatted(capture));
    try (CommandProcess command = CommandProcess.start(directory, "sql", query.toString())) {
      assertThat(command.await()).isEqualTo(KisFutures.FAILED);
      assertThat(command.err().lines())
          .singleElement()
          .asString()
          .startsWith("kis-futures: " + query + " line 3 (SELECT price FROM ticks): ")
          .contains("ignore-parse-errors");
    }
  }

  private Path script(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
