package io.github.kisfutures.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.kisfutures.analytics.bars.BarColumns;
import io.github.kisfutures.cli.KisFutures;
import io.github.kisfutures.columns.Column;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.job.options.ConfigurationFile;
import io.github.kisfutures.simulator.script.FaultScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * README and docs say what the program does: their lists and commands are held against the code.
 */
class DocumentsTest {
  private static final Pattern ARGUMENTS = Pattern.compile("-Dargs=\"([^\"]+)\"");

  @Test
  void numbersDefineEveryColumnOfBarsThatIsComputed() throws IOException {
    String numbers = Page.of("docs/numbers.md").text();
    assertThat(BarColumns.TABLE.columns().stream().map(Column::name))
        .filteredOn(
            name ->
                !Set.of("contract", "window_start", "window_end", "trading_date").contains(name))
        .allSatisfy(name -> assertThat(numbers).contains("`" + name + "`"));
  }

  @Test
  void resultsNameEveryKindOfFeedEvent() throws IOException {
    String results = Page.of("docs/results.md").text();
    assertThat(FeedEvent.Kind.values())
        .allSatisfy(kind -> assertThat(results).contains("`" + kind + "`"));
  }

  @Test
  void resultsListEveryShippedScript() throws IOException {
    String results = Page.of("docs/results.md").text();
    try (Stream<Path> scripts = Files.list(Path.of("sql/results"))) {
      assertThat(scripts).allSatisfy(script -> assertThat(results).contains("`" + script + "`"));
    }
  }

  @Test
  void theFaultScriptIsOne() throws IOException {
    String script = Page.of("docs/simulator.md").yaml("# faults.yaml");
    assertThatCode(() -> FaultScript.of("faults.yaml", script)).doesNotThrowAnyException();
  }

  /** {@code LakeITCase} runs it. */
  @Test
  void theIcebergScriptIsTheOneThatIsShipped() throws IOException {
    String script = Files.readString(Path.of("sql/results/iceberg.sql"));
    assertThat(Page.of("docs/results.md").blocks("sql"))
        .contains(script.substring(script.indexOf("CREATE CATALOG")));
  }

  @Test
  void theClusterConfigurationNamesOnlyOptionsOfFlink(@TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("config.yaml"),
            Page.of("docs/cluster.md").yaml("# conf/config.yaml"));

    Configuration configuration = ConfigurationFile.load(file, Map.of());

    assertThat(configuration.get(RestartStrategyOptions.RESTART_STRATEGY))
        .isEqualTo("exponential-delay");
    assertThat(
            configuration.get(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(configuration.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
    assertThat(configuration.get(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS)).isEqualTo(3);
    assertThat(configuration.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
  }

  /** README shows what the page explains, and {@code SessionClusterITCase} runs. */
  @Test
  void theClusterCommandsOfReadmeAreThoseOfItsPage() throws IOException {
    String cluster = Page.of("docs/cluster.md").text();
    List<String> commands =
        Page.of("README.md").text().lines().filter(line -> line.startsWith("bin/")).toList();
    assertThat(commands).isNotEmpty().allSatisfy(line -> assertThat(cluster).contains(line));
  }

  @Test
  void configurationsAreRead(@TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(directory.resolve("my.yaml"), Page.of("README.md").yaml("# my.yaml"));
    assertThat(ConfigurationFile.load(file, Map.of()).keySet())
        .contains("feed.contracts", "analytics.windows", "results.script");
  }

  @Test
  void theCommandsExistAndTakeTheseArguments() throws IOException {
    int checked = 0;
    for (Page page : Page.all()) {
      Matcher commands = ARGUMENTS.matcher(page.text());
      while (commands.find()) {
        String[] arguments = commands.group(1).strip().split("\\s+(?=([^']*'[^']*')*[^']*$)");
        if (!arguments[0].equals("COMMAND")) {
          assertThatCode(() -> new CommandLine(new KisFutures()).parseArgs(arguments))
              .as("%s of %s", commands.group(1), page.file())
              .doesNotThrowAnyException();
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(15);
  }

  /** The way of a trade is told by classes; each is there. */
  @Test
  void theClassesOfTheArchitectureExist() throws IOException {
    List<String> named =
        Pattern.compile("`([A-Z][a-z]+[A-Z]\\w+)`")
            .matcher(Page.of("docs/architecture.md").text())
            .results()
            .map(name -> name.group(1) + ".java")
            .toList();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName()))).containsAll(named);
    }
    assertThat(named).hasSizeGreaterThan(15);
  }
}
