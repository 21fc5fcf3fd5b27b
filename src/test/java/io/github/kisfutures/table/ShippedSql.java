package io.github.kisfutures.table;

import io.github.kisfutures.job.results.SqlScript;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.reference.ColumnType;
import io.github.kisfutures.reference.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.jspecify.annotations.Nullable;

/** Runs the scripts of the directory {@code sql} as they are, but for a few literals; for tests. */
final class ShippedSql {
  private static final Pattern SET = Pattern.compile("SET '([^']+)' = '([^']+)'");

  private final StreamTableEnvironment tables;

  private ShippedSql(StreamTableEnvironment tables) {
    this.tables = tables;
  }

  static ShippedSql streaming() {
    return of(EnvironmentSettings.newInstance().inStreamingMode());
  }

  static ShippedSql batch() {
    return of(EnvironmentSettings.newInstance().inBatchMode());
  }

  private static ShippedSql of(EnvironmentSettings.Builder settings) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(2);
    return new ShippedSql(StreamTableEnvironment.create(env, settings.build()));
  }

  /** All shipped scripts but those of results. */
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("sql"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .toList();
    }
  }

  /** Defines tables by a script in which literals are replaced: pairs of old and new. */
  ShippedSql define(String script, String... replacements) throws IOException {
    run(script, replacements);
    return this;
  }

  /** The result of the last of some statements. */
  TableResult execute(String... statements) {
    TableResult result = null;
    for (String statement : statements) {
      result = tables.executeSql(statement);
    }
    return java.util.Objects.requireNonNull(result);
  }

  /** The result of a script's last statement. */
  TableResult run(String script, String... replacements) throws IOException {
    String text = Files.readString(Path.of("sql", script));
    for (int i = 0; i < replacements.length; i += 2) {
      if (!text.contains(replacements[i])) {
        throw new IllegalArgumentException(script + " does not say " + replacements[i]);
      }
      text = text.replace(replacements[i], replacements[i + 1]);
    }
    TableResult result = null;
    for (SqlScript.Statement statement : SqlScript.parse(script, text).statements()) {
      Matcher set = SET.matcher(statement.text());
      if (set.matches()) {
        tables.getConfig().set(set.group(1), set.group(2));
      } else {
        result = tables.executeSql(statement.text());
      }
    }
    return java.util.Objects.requireNonNull(result);
  }

  /** Columns of a result in the canonical text of {@code bars}, by contract and time. */
  static List<Map<String, @Nullable String>> rows(TableResult result) throws Exception {
    return rows(result, KoreaTime.ZONE);
  }

  /** The rows of a script's last statement, in the canonical text of {@code bars}. */
  List<Map<String, @Nullable String>> rowsOf(String script, String... replacements)
      throws Exception {
    TableResult result = run(script, replacements);
    return rows(result, tables.getConfig().getLocalTimeZone());
  }

  private static List<Map<String, @Nullable String>> rows(TableResult result, ZoneId zone)
      throws Exception {
    List<String> names = result.getResolvedSchema().getColumnNames();
    List<Map<String, @Nullable String>> rows = new ArrayList<>();
    try (var collected = result.collect()) {
      while (collected.hasNext()) {
        rows.add(canonical(names, collected.next(), zone));
      }
    }
    return sorted(rows);
  }

  static Map<String, @Nullable String> canonical(List<String> names, Row row) {
    return canonical(names, row, KoreaTime.ZONE);
  }

  private static Map<String, @Nullable String> canonical(List<String> names, Row row, ZoneId zone) {
    Map<String, @Nullable String> canonical = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Object value = row.getField(i);
      ColumnType type = ResultTable.BARS.columns().getOrDefault(names.get(i), ColumnType.STRING);
      canonical.put(
          names.get(i),
          type.text(value instanceof LocalDateTime t ? t.atZone(zone).toInstant() : value));
    }
    return canonical;
  }

  /** Some columns of rows. */
  static List<Map<String, @Nullable String>> only(
      List<String> columns, List<Map<String, @Nullable String>> rows) {
    List<Map<String, @Nullable String>> only = new ArrayList<>();
    for (Map<String, @Nullable String> row : rows) {
      Map<String, @Nullable String> some = new LinkedHashMap<>();
      columns.forEach(column -> some.put(column, row.get(column)));
      only.add(some);
    }
    return sorted(only);
  }

  private static List<Map<String, @Nullable String>> sorted(
      List<Map<String, @Nullable String>> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparing((Map<String, @Nullable String> row) -> row.get("contract"))
                .thenComparing(row -> row.values().toString()))
        .toList();
  }
}
