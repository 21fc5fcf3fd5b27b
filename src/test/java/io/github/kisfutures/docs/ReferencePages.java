package io.github.kisfutures.docs;

import io.github.kisfutures.analytics.metrics.AnalyticsCounter;
import io.github.kisfutures.columns.Column;
import io.github.kisfutures.columns.ResultTable;
import io.github.kisfutures.job.options.KnownOptions;
import io.github.kisfutures.job.results.ResultTables;
import io.github.kisfutures.simulator.FaultEvent;
import io.github.kisfutures.simulator.FaultParameter;
import io.github.kisfutures.simulator.FaultWord;
import io.github.kisfutures.source.metrics.SessionMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;

/**
 * The pages of {@code docs/reference}, and the tables in PostgreSQL, made from the declarations in
 * the code. Its {@code main} renews them: {@value #COMMAND}.
 */
public final class ReferencePages {
  /** What renews the pages. */
  public static final String COMMAND = "mvn -q test-compile exec:exec@reference";

  private static final Path DIRECTORY = Path.of("docs/reference");

  private ReferencePages() {}

  /** Every page and its text. */
  public static Map<Path, String> all() {
    Map<Path, String> pages = new LinkedHashMap<>();
    add(
        pages,
        "options",
        "Every option",
        "In the YAML file of `--config`, nested or dotted, or as `-Dkey=value`, which wins. An"
            + " unknown key is refused with the nearest known one. Flink's own options may stand in"
            + " the same file.",
        table("option | default | meaning", KnownOptions.ours().stream().map(ReferencePages::row)));
    add(
        pages,
        "metrics",
        "Every metric",
        "Where they stand, and how to get at them: [operations.md](../operations.md).",
        "## Of the source\n\n"
            + table(
                "metric | meaning",
                Arrays.stream(SessionMetric.values())
                    .map(metric -> List.of(code(metric.metricName()), metric.meaning()))),
        "## Of the analytics\n\n"
            + table(
                "metric | meaning",
                Arrays.stream(AnalyticsCounter.values())
                    .map(counter -> List.of(code(counter.metricName()), counter.meaning()))));
    pages.put(PostgresTables.FILE, PostgresTables.text());
    add(
        pages,
        "faults",
        "Every fault",
        "The words of a fault script; how one is written: [simulator.md](../simulator.md).",
        "## What\n\n"
            + table(
                "`what` | strikes | told by | then",
                Arrays.stream(FaultWord.values()).map(ReferencePages::row)),
        "## On\n\n"
            + table(
                "`on` | happens when",
                Arrays.stream(FaultEvent.values())
                    .map(event -> List.of(code(event.word()), event.meaning()))));
    add(
        pages,
        "tables",
        "Every table and column",
        "What a row is, and where it can go: [results.md](../results.md). How each value is"
            + " computed: [numbers.md](../numbers.md), which says what carry is, too; l is the last"
            + " trade of a window. Instants are in milliseconds.",
        ResultTables.ALL.stream().map(ReferencePages::section).toArray(String[]::new));
    return pages;
  }

  private static String section(ResultTable<?> declared) {
    return "## "
        + declared.name()
        + "\n\n"
        + table(
            "column | type | null | unit | meaning",
            declared.columns().stream().map(ReferencePages::row));
  }

  private static void add(
      Map<Path, String> pages, String name, String title, String begin, String... sections) {
    pages.put(
        DIRECTORY.resolve(name + ".md"),
        "# %s%n%n<!-- Made from the code; renew it with: %s -->%n%n%s%n%n%s"
            .formatted(title, COMMAND, begin, String.join("\n", sections)));
  }

  private static String table(String header, Stream<List<String>> rows) {
    String line = "| " + header + " |";
    return line
        + "\n"
        + line.replaceAll("[^|]+", "---")
        + "\n"
        + rows.map(row -> "| " + String.join(" | ", row) + " |\n").collect(Collectors.joining());
  }

  private static List<String> row(Column<?, ?> column) {
    return List.of(
        code(column.name()),
        column.type().toString().replace("TIMESTAMP(3) WITH LOCAL TIME ZONE", "TIMESTAMP_LTZ(3)"),
        column.nullable() ? "yes" : "",
        column.unit().word(),
        column.meaning());
  }

  private static List<String> row(ConfigOption<?> option) {
    return List.of(
        code(option.key()),
        option.hasDefaultValue() ? code(text(option.defaultValue())) : "none",
        new HtmlFormatter().format(option.description()));
  }

  private static List<String> row(FaultWord word) {
    FaultEvent strikesAt = word.strikesAt();
    return List.of(
        code(word.word()),
        strikesAt == null ? "at once" : code(strikesAt.word()),
        word.parameters().stream()
            .map(FaultParameter::word)
            .map(ReferencePages::code)
            .collect(Collectors.joining(", ")),
        word.meaning());
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String text(Object value) {
    if (value instanceof Duration duration) {
      return TimeUtils.formatWithHighestUnit(duration);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ReferencePages::text).collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  /** Writes them. */
  public static void main(String[] arguments) throws IOException {
    for (Map.Entry<Path, String> page : all().entrySet()) {
      Files.createDirectories(page.getKey().getParent());
      Files.writeString(page.getKey(), page.getValue());
    }
  }
}
