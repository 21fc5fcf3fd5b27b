package io.github.kisfutures.job.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.analytics.alerts.AlertColumns;
import io.github.kisfutures.analytics.alerts.AlertMetric;
import io.github.kisfutures.analytics.bars.BarColumns;
import io.github.kisfutures.analytics.bars.LateTickColumns;
import io.github.kisfutures.analytics.continuity.GapColumns;
import io.github.kisfutures.columns.Column;
import io.github.kisfutures.columns.ResultTable;
import io.github.kisfutures.columns.TickColumns;
import io.github.kisfutures.reference.ColumnType;
import io.github.kisfutures.reference.SampleRecord;
import io.github.kisfutures.source.FeedEventColumns;
import io.github.kisfutures.source.RejectedFrameColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.table.api.Schema.UnresolvedPhysicalColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Specification, code and shipped scripts say the same of every column, so they cannot drift. */
class ResultTablesTest {
  private static final String DECIMAL = "DECIMAL(18, 2)";
  private static final Pattern TABLE =
      Pattern.compile("CREATE TEMPORARY TABLE (\\w+) \\((.*?)\\n\\) WITH", Pattern.DOTALL);
  private static final Pattern COLUMN = Pattern.compile("`(\\w+)` ([A-Z_]+(?:\\([0-9, ]+\\))?)");

  static List<ResultTable<?>> tables() {
    return ResultTables.ALL;
  }

  @ParameterizedTest
  @MethodSource("tables")
  void filesSqlAndKafkaSqlDeclareExactlyTheColumns(ResultTable<?> table) {
    for (String script : List.of("files", "kafka")) {
      assertThat(declared(script, table)).as(script).isEqualTo(columns(table));
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void printSqlDeclaresExactlyTheColumnsButNoTicks(ResultTable<?> table) {
    if (table == TickColumns.TABLE) {
      assertThat(declaredTables("print")).doesNotContainKey("ticks");
    } else {
      assertThat(declared("print", table)).isEqualTo(columns(table));
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyDeclaredTableIsWritten(ResultTable<?> table) {
    for (String script : List.of("files", "print", "kafka")) {
      if (declaredTables(script).containsKey(table.name())) {
        assertThat(statements(script))
            .contains(
                "INSERT INTO %s_%s SELECT * FROM %s".formatted(script, table.name(), table.name()));
      }
    }
  }

  @Test
  void scriptsDeclareNoOtherTable() {
    List<String> names = tables().stream().map(ResultTable::name).toList();

    for (String script : List.of("files", "print", "kafka")) {
      assertThat(names).as(script).containsAll(declaredTables(script).keySet());
    }
  }

  /** {@code docs/numbers.md}, "Bars", written down once more by the reference package. */
  @Test
  void barsGapsAndTicksAreThoseOfTheSpecification() {
    assertThat(columns(BarColumns.TABLE))
        .isEqualTo(specified(io.github.kisfutures.reference.ResultTable.BARS, "DECIMAL(9, 2)"));
    assertThat(columns(GapColumns.TABLE))
        .isEqualTo(specified(io.github.kisfutures.reference.ResultTable.GAPS, DECIMAL));
    List<String> ticks = specified(io.github.kisfutures.reference.ResultTable.TICKS, DECIMAL);
    ticks.add("session STRING");
    assertThat(columns(TickColumns.TABLE)).isEqualTo(ticks).hasSize(52);
    ticks.add("watermark TIMESTAMP_LTZ(3)");
    assertThat(columns(LateTickColumns.TABLE)).isEqualTo(ticks);
  }

  @Test
  void everyNumericColumnOfABarIsAMetric() {
    List<String> numbers = new ArrayList<>();
    columns(BarColumns.TABLE)
        .forEach(
            column -> {
              if (column.contains(" BIGINT") || column.contains(" DECIMAL")) {
                numbers.add(column.substring(0, column.indexOf(' ')));
              }
            });
    numbers.add("silence");
    assertThat(AlertMetric.all()).extracting(AlertMetric::word).containsExactlyElementsOf(numbers);
  }

  @Test
  void theOtherTablesAreThoseOfTheSpecification() {
    assertThat(AlertColumns.TABLE.columns())
        .extracting(Column::name)
        .containsExactly(
            "alert_id",
            "rule",
            "contract",
            "state",
            "severity",
            "metric",
            "value",
            "threshold",
            "raised_at",
            "event_time",
            "message");
    assertThat(RejectedFrameColumns.TABLE.columns())
        .extracting(Column::name)
        .containsExactly("receive_time", "session", "reason", "detail", "frame");
    assertThat(FeedEventColumns.TABLE.columns())
        .extracting(Column::name)
        .containsExactly("event_time", "session", "kind", "contract", "code", "detail");
  }

  private static List<String> specified(
      io.github.kisfutures.reference.ResultTable table, String disparity) {
    List<String> columns = new ArrayList<>();
    table
        .columns()
        .forEach(
            (name, type) ->
                columns.add(name + " " + (name.equals("disparity") ? disparity : sql(type))));
    return columns;
  }

  private static String sql(ColumnType type) {
    return switch (type) {
      case STRING, BIGINT, BOOLEAN, DATE -> type.name();
      case DEC0 -> "DECIMAL(20, 0)";
      case DEC2 -> DECIMAL;
      case DEC4 -> "DECIMAL(18, 4)";
      case TIME -> "TIME(0)";
      case LTZ -> "TIMESTAMP_LTZ(3)";
    };
  }

  private static List<String> columns(ResultTable<?> table) {
    return table.schema().getColumns().stream()
        .map(column -> column.getName() + " " + ((UnresolvedPhysicalColumn) column).getDataType())
        .toList();
  }

  private static List<String> declared(String script, ResultTable<?> table) {
    return Objects.requireNonNull(declaredTables(script).get(table.name()), table.name());
  }

  /** Columns by table, without the script's prefix. */
  private static Map<String, List<String>> declaredTables(String script) {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (String statement : statements(script)) {
      Matcher table = TABLE.matcher(statement);
      if (table.find()) {
        List<String> columns =
            COLUMN
                .matcher(table.group(2))
                .results()
                .map(c -> c.group(1) + " " + c.group(2))
                .toList();
        tables.put(table.group(1).substring(script.length() + 1), columns);
      }
    }
    return tables;
  }

  private static List<String> statements(String script) {
    String name = "sql/results/" + script + ".sql";
    return SqlScript.parse(name, SampleRecord.resource(name)).statements().stream()
        .map(SqlScript.Statement::text)
        .toList();
  }
}
