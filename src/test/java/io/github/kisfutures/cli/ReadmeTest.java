package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.analytics.metrics.AnalyticsCounter;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.job.options.ConfigurationFile;
import io.github.kisfutures.job.options.KnownOptions;
import io.github.kisfutures.simulator.script.FaultScript;
import io.github.kisfutures.simulator.script.FaultTables;
import io.github.kisfutures.source.metrics.SessionMetric;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.util.TimeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** README says what the program does: its tables and commands are held against the code. */
class ReadmeTest {
  private static final Pattern ARGUMENTS = Pattern.compile("-Dargs=\"([^\"]+)\"");
  private static final Path FILE = Path.of("README.md");

  @Test
  void listsEveryOptionWithItsDefaultAndMeaning() throws IOException {
    String readme = Files.readString(FILE);
    for (ConfigOption<?> option : KnownOptions.ours()) {
      assertThat(readme).contains("| `" + option.key() + "` | " + defaultOf(option) + " | ");
    }
  }

  private static String defaultOf(ConfigOption<?> option) {
    return option.hasDefaultValue() ? "`" + text(option.defaultValue()) + "`" : "none";
  }

  private static String text(Object value) {
    if (value instanceof Duration duration) {
      return TimeUtils.formatWithHighestUnit(duration);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ReadmeTest::text).collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  @Test
  void listsEveryMetricWithItsMeaning() throws IOException {
    String readme = Files.readString(FILE);
    for (SessionMetric metric : SessionMetric.values()) {
      assertThat(readme).contains("| `" + metric.metricName() + "` | " + metric.meaning() + " |");
    }
    for (AnalyticsCounter counter : AnalyticsCounter.values()) {
      assertThat(readme).contains("| `" + counter.metricName() + "` | " + counter.meaning() + " |");
    }
  }

  /** {@code blueprint.md} section 7. */
  @Test
  void hasEveryMetricThatIsPromised() throws IOException {
    String readme = Files.readString(FILE);
    assertThat(
            List.of(
                "connected",
                "reconnects",
                "framesReceived",
                "recordsReceived",
                "rejectedFrames",
                "duplicates",
                "missedVolume",
                "surplusFields",
                "queueSize",
                "queueFullTime",
                "lastFrameAge",
                "lastTradeAge"))
        .allSatisfy(name -> assertThat(readme).contains("| `" + name + "` | "));
  }

  @Test
  void namesEveryColumnOfBars() throws IOException {
    String readme = Files.readString(FILE);
    assertThat(Arrays.stream(Bar.class.getRecordComponents()).map(RecordComponent::getName))
        .allSatisfy(
            component ->
                assertThat(readme)
                    .contains(
                        "`"
                            + component
                                .replaceAll("([A-Z])", "_$1")
                                .toLowerCase(java.util.Locale.ROOT)
                            + "`"));
  }

  @Test
  void namesEveryKindOfFeedEvent() throws IOException {
    String readme = Files.readString(FILE);
    assertThat(FeedEvent.Kind.values())
        .allSatisfy(kind -> assertThat(readme).contains("`" + kind + "`"));
  }

  @Test
  void listsEveryWordAndEventOfAFaultScript() throws IOException {
    List<String> lines = Files.readAllLines(FILE);
    assertThat(lines).containsSubsequence(FaultTables.faults());
    assertThat(lines).containsSubsequence(FaultTables.events());
  }

  @Test
  void itsFaultScriptIsOne() throws IOException {
    Matcher script =
        Pattern.compile("```yaml\n# faults.yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(FILE));
    assertThat(script.find()).isTrue();
    assertThatCode(() -> FaultScript.of("README.md", script.group(1))).doesNotThrowAnyException();
  }

  /** {@code LakeITCase} runs it. */
  @Test
  void itsIcebergScriptIsTheOneThatIsShipped() throws IOException {
    String script = Files.readString(Path.of("sql/results/iceberg.sql"));
    assertThat(Files.readString(FILE))
        .contains("```sql\n" + script.substring(script.indexOf("CREATE CATALOG")) + "```");
  }

  @Test
  void listsEveryShippedResultsScript() throws IOException {
    String readme = Files.readString(FILE);
    try (Stream<Path> scripts = Files.list(Path.of("sql/results"))) {
      assertThat(scripts).allSatisfy(script -> assertThat(readme).contains("`" + script + "`"));
    }
  }

  @Test
  void itsClusterConfigurationNamesOnlyOptionsOfFlink(@TempDir Path directory) throws IOException {
    Matcher block =
        Pattern.compile("```yaml\n# conf/config.yaml.*?\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(FILE));
    assertThat(block.find()).isTrue();
    Path file = Files.writeString(directory.resolve("config.yaml"), block.group(1));

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

  @Test
  void itsCommandsExistAndTakeTheseArguments() throws IOException {
    Matcher commands = ARGUMENTS.matcher(Files.readString(FILE).replace("\\\n", " "));
    int checked = 0;
    while (commands.find()) {
      String[] arguments = commands.group(1).strip().split("\\s+");
      if (!arguments[0].equals("COMMAND")) {
        assertThatCode(() -> new CommandLine(new KisFutures()).parseArgs(arguments))
            .as("%s", commands.group(1))
            .doesNotThrowAnyException();
        checked++;
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(4);
  }
}
