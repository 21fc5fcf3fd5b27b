package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.docs.Page;
import io.github.kisfutures.reference.DirtyDay;
import io.github.kisfutures.reference.RawCapture;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code sql} command: what it prints and writes. */
@Timeout(180)
class SqlCommandITCase {
  @TempDir Path directory;
  private List<String> lines = List.of();
  private Path ticks = Path.of("");

  @BeforeEach
  void capture() throws IOException {
    lines = DirtyDay.clean(5, 2, 300).lines();
    ticks = new SqlScripts(directory).ticks(lines);
  }

  @Test
  void queriesArePrintedAsTables() throws IOException {
    Path query =
        script(
            "query.sql",
            "-- how many\nSELECT COUNT(*) AS trades FROM ticks;\nSHOW TABLES;\n"
                + "EXPLAIN SELECT price FROM ticks;");

    CommandRun run = CommandRun.of("sql", ticks.toString(), query.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")).toList())
        .contains("| trades |", "| " + RawCapture.parse(lines).trades().size() + " |")
        .contains("| ticks |")
        .anyMatch(line -> line.contains("TableSourceScan") && line.contains("project=[price]"));
  }

  @Test
  void shippedScriptsAreFoundAnywhere() {
    CommandRun run = CommandRun.of("sql", ticks.toString(), "sql/open_interest.sql");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("oi_signal", "NEUTRAL", "rows in set");
  }

  @Test
  void insertsRunToTheEndOfTheirInput() throws IOException {
    Path inserts =
        script(
            "inserts.sql",
            """
            CREATE TABLE prices (contract STRING, price BIGINT)
              WITH ('connector' = 'filesystem', 'path' = '%1$s/prices', 'format' = 'csv');
            CREATE TABLE sizes (quantity BIGINT)
              WITH ('connector' = 'filesystem', 'path' = '%1$s/sizes', 'format' = 'csv');
            INSERT INTO prices SELECT contract, price FROM ticks;
            EXECUTE STATEMENT SET BEGIN
              INSERT INTO prices SELECT contract, price FROM ticks;
              INSERT INTO sizes SELECT quantity FROM ticks;
            END;
            BEGIN STATEMENT SET;
            INSERT INTO sizes SELECT quantity FROM ticks;
            END;
            """
                .formatted(directory));

    CommandRun run = CommandRun.of("sql", ticks.toString(), inserts.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    int trades = RawCapture.parse(lines).trades().size();
    assertThat(linesBelow("prices")).isEqualTo(2 * trades);
    assertThat(linesBelow("sizes")).isEqualTo(2 * trades);
  }

  @Test
  void streamingInsertsRunToTheEndOfTheirInput() throws IOException {
    Path streaming =
        script("streaming.sql", Files.readString(ticks).replace("= 'batch'", "= 'streaming'"));
    Path insert =
        script(
            "insert.sql",
            """
            SET 'execution.checkpointing.interval' = '300 ms';
            CREATE TABLE prices (contract STRING, price BIGINT)
              WITH ('connector' = 'filesystem', 'path' = '%s/prices', 'format' = 'csv');
            INSERT INTO prices SELECT contract, price FROM ticks;
            """
                .formatted(directory));

    CommandRun run = CommandRun.of("sql", streaming.toString(), insert.toString());

    assertThat(run.err()).isEmpty();
    assertThat(linesBelow("prices")).isEqualTo(RawCapture.parse(lines).trades().size());
  }

  private long linesBelow(String table) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve(table))) {
      long count = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        count += Files.readAllLines(file).size();
      }
      return count;
    }
  }

  /**
   * The filter stays with Flink, so the limit does not reach the source; nor does it in the second.
   */
  @Test
  void aQueryOnTheLiveFeedEndsWithItsLastRow() throws IOException {
    List<String> contracts = List.of("A11610", "111V06", "A50607");
    try (KisSimulator simulator =
        KisSimulator.withMarket(SimulatorSettings.defaults(), new MarketSettings(contracts, 60, 3))
            .start()) {
      Path live =
          script(
              "live.sql",
              Files.readString(Path.of("sql/ticks.sql"))
                  .replace(
                      "'A11610;A50607;111V06'",
                      "'A11610;111V06;A50607', 'websocket-url' = '%s', 'rest-url' = '%s', 'credentials' = 'file:%s'"
                          .formatted(
                              simulator.webSocketUri(),
                              simulator.restUri(),
                              CredentialsText.file(directory, SimulatorSettings.DEFAULT_ACCOUNT))));
      Path queries =
          script(
              "queries.sql",
              """
              SELECT contract AS filtered, quantity FROM ticks WHERE MOD(quantity, 2) = 1 LIMIT 25;
              SELECT contract AS grouped, COUNT(*) FROM ticks GROUP BY contract LIMIT 2;
              SHOW TABLES;
              """);

      CommandRun run = CommandRun.of("sql", live.toString(), queries.toString());

      assertThat(run.err()).isEmpty();
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).containsSubsequence("filtered", "25 rows", "grouped", "ticks |");
      assertThat(changes(run, "+I") - changes(run, "-D"))
          .as("25 rows and 2; a row that changes may be taken out and put in again")
          .isEqualTo(27);
    }
  }

  private static long changes(CommandRun run, String kind) {
    return run.out().lines().filter(line -> line.startsWith("| " + kind + " |")).count();
  }

  @Test
  void settingsAndVariablesAreUnderstood() throws IOException {
    Path query =
        script(
            "query.sql",
            """
            SET table.local-time-zone = UTC;
            SELECT '${parallelism.default}' AS parallelism,
              CAST(MIN(event_time) AS STRING) AS first_trade FROM ticks;
            RESET 'table.local-time-zone';
            """);

    CommandRun run =
        CommandRun.of("sql", "-Dparallelism.default=2", ticks.toString(), query.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("2026-07-09 23:4", "|                              2 |");
  }

  /** Without an account: only {@code captures} is put where the capture is. */
  @Test
  void theSqlOfTheDocumentsRuns() throws IOException {
    List<String> blocks = new ArrayList<>(Page.of("README.md").blocks("sql"));
    blocks.addAll(Page.of("docs/sql.md").blocks("sql"));
    int found = 0;
    for (String block : blocks) {
      String text = block.replace("'captures'", "'" + directory.resolve("day.txt") + "'");
      CommandRun run =
          CommandRun.of("sql", script("documented" + found++ + ".sql", text).toString());
      assertThat(run.err()).as(text).isEmpty();
      assertThat(run.exitCode()).as(text).isZero();
      if (text.contains("SELECT")) {
        assertThat(run.out()).as(text).contains("111V06", "2 rows in set");
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(3);
  }

  @Test
  void settingsAreListedAndTakenBack() throws IOException {
    Path query =
        script(
            "query.sql",
            """
            SET 'table.local-time-zone' = 'UTC';
            SET 'parallelism.default' = '1';
            SET 'my.password' = 'hidden';
            SET;
            SELECT CAST(MIN(event_time) AS STRING) AS utc FROM ticks;
            RESET;
            SET;
            """);

    CommandRun run =
        CommandRun.of("sql", "-Dparallelism.default=2", ticks.toString(), query.toString());

    assertThat(run.err()).isEmpty();
    List<String> settings = run.out().lines().filter(line -> line.startsWith("'")).toList();
    assertThat(settings)
        .containsSubsequence(
            "'parallelism.default' = '1'",
            "'table.local-time-zone' = 'UTC'",
            "'parallelism.default' = '2'")
        .containsOnlyOnce("'table.local-time-zone' = 'UTC'", "'parallelism.default' = '2'");
    assertThat(run.out()).contains("'my.password' = '******'").doesNotContain("hidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"QUIT", "exit"})
  void aScriptMayEndEarly(String quit) throws IOException {
    Path query = script("query.sql", "SHOW TABLES; " + quit + "; SELECT nothing;");
    Path next = script("next.sql", "SHOW VIEWS;");

    CommandRun run = CommandRun.of("sql", query.toString(), next.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Empty set");
  }

  private Path script(String name, String text) throws IOException {
    return new SqlScripts(directory).script(name, text);
  }
}
