package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.cluster.PrintedTable;
import io.github.kisfutures.reference.Dirt;
import io.github.kisfutures.reference.DirtRates;
import io.github.kisfutures.reference.DirtyDay;
import io.github.kisfutures.reference.JsonRows;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.table.ExpectedSql;
import io.github.kisfutures.table.PrintedQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code sql sql/ticks_files.sql QUERY} as README, "SQL", has it, with every query, over captures
 * whose fields are blank now and then: what is printed is what the job itself makes of the same
 * lines.
 */
@Timeout(180)
class SqlQueriesITCase {
  private static final long SEED = 20260711;

  @TempDir static Path directory;

  private static ExpectedSql expected = ExpectedSql.of(List.of(), Duration.ofMinutes(1));
  private static List<Map<String, @Nullable String>> jobs = List.of();

  /** The script with {@code captures} in another place. */
  private static Path ticks = Path.of("");

  @BeforeAll
  static void replay() throws IOException {
    DirtRates rates = DirtRates.typical().with(Dirt.VERY_LATE, 0).with(Dirt.BLANKS, 400);
    List<String> lines = new DirtyDay(SEED, 3, 9_000, rates, Duration.ofSeconds(2)).lines();
    expected = ExpectedSql.of(lines, Duration.ofMinutes(1));
    Path captures = Files.createDirectories(directory.resolve("captures"));
    Files.write(captures.resolve("frames.txt"), lines);
    ticks =
        Files.writeString(
            directory.resolve("ticks_files.sql"),
            Files.readString(Path.of("sql/ticks_files.sql"))
                .replace("'captures'", "'" + captures + "'"));
    CommandRun replay =
        CommandRun.of(
            "replay",
            "--from",
            captures.toString(),
            "-Dresults.script=sql/results/files.sql",
            "-Dresults.path=" + directory.resolve("results"));
    assertThat(replay.exitCode()).as(replay.err()).isZero();
    jobs = JsonRows.read(ResultTable.BARS, directory.resolve("results/bars"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vwap.sql", "basis_drift.sql", "open_interest.sql"})
  void queriesAgreeWithTheJobsBars(String script) {
    List<Map<String, String>> rows = printed(script);

    PrintedQuery ofTheJob = PrintedQuery.ofBars(script, jobs);
    assertThat(rows)
        .as("seed %d", SEED)
        .hasSizeGreaterThan(300)
        .allSatisfy(row -> assertThat(row.keySet()).hasSameElementsAs(ofTheJob.columns()));
    ofTheJob.assertSame(rows);
    PrintedQuery.of(script, expected).assertSame(rows);
    if (script.equals("basis_drift.sql")) { // the others carry on what was known
      assertThat(rows).as("rows of blank fields").anyMatch(row -> row.containsValue("<NULL>"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts.sql", "alerts_pattern.sql"})
  void alerts(String script) {
    PrintedQuery.of(script, expected).assertSame(printed(script));
  }

  private static List<Map<String, String>> printed(String script) {
    CommandRun run = CommandRun.of("sql", ticks.toString(), "sql/" + script);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return PrintedTable.rows(run.out());
  }
}
