package io.github.kisfutures.job.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every shipped script is executed by a test that compares what comes out. */
class ShippedScriptsTest {
  private static final Path TESTS = Path.of("src/test/java/io/github/kisfutures");
  private static final String QUERIES = "table/ShippedSqlITCase.java";

  private static final Map<String, String> TESTED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("alerts.sql", QUERIES),
              Map.entry("alerts_pattern.sql", QUERIES),
              Map.entry("bars_checked.sql", QUERIES),
              Map.entry("basis_drift.sql", QUERIES),
              Map.entry("open_interest.sql", QUERIES),
              Map.entry("ticks.sql", QUERIES),
              Map.entry("ticks_files.sql", QUERIES),
              Map.entry("ticks_kafka.sql", QUERIES),
              Map.entry("vwap.sql", QUERIES),
              Map.entry("results/files.sql", "cli/ReplayITCase.java"),
              Map.entry("results/files_parquet.sql", "job/sinks/LakeITCase.java"),
              Map.entry("results/iceberg.sql", "job/sinks/LakeITCase.java"),
              Map.entry("results/kafka.sql", "job/sinks/Sinks.java"),
              Map.entry("results/postgres.sql", "job/sinks/Sinks.java"),
              Map.entry("results/postgres-tables.sql", "job/sinks/Postgres.java"),
              Map.entry("results/print.sql", "cli/PrintedResultsITCase.java")));

  @Test
  void thereIsATestForEach() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("sql"))) {
      assertThat(files.filter(Files::isRegularFile))
          .extracting(file -> Path.of("sql").relativize(file).toString())
          .containsExactlyInAnyOrderElementsOf(TESTED.keySet());
    }
  }

  @Test
  void whichRunsIt() throws IOException {
    for (Map.Entry<String, String> tested : TESTED.entrySet()) {
      String test = Files.readString(TESTS.resolve(tested.getValue()));
      boolean results = tested.getKey().startsWith("results/");
      assertThat(test).as(tested.getValue()).contains((results ? "sql/" : "\"") + tested.getKey());
    }
  }
}
