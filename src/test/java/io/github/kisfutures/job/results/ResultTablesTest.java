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
import java.util.List;
import org.apache.flink.table.api.Schema.UnresolvedPhysicalColumn;
import org.apache.flink.table.types.AbstractDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Specification, code and shipped scripts say the same of every column, so they cannot drift. */
class ResultTablesTest {
  private static final String DECIMAL = "DECIMAL(18, 2)";

  /** No script lists columns: a column more in a table is one more in every sink. */
  @ParameterizedTest
  @CsvSource({
    "print,         6",
    "files,         7",
    "files_parquet, 7",
    "kafka,         7",
    "postgres,      3",
    "iceberg,       1"
  })
  void shippedScriptsHaveTheDeclaredColumns(String script, int tables) {
    List<String> statements = statements(script);

    assertThat(statements)
        .filteredOn(statement -> statement.contains(" LIKE columns_of."))
        .hasSize(tables)
        .noneMatch(statement -> statement.contains("STRING"));
    assertThat(statements)
        .filteredOn(statement -> statement.startsWith("INSERT"))
        .hasSize(tables)
        .allMatch(statement -> statement.contains(" SELECT * FROM "));
  }

  /** What is promised to users, written down once more by the reference package. */
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
            "message",
            "name");
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
      case DEC6 -> "DECIMAL(9, 6)";
      case TIME -> "TIME(0)";
      case LTZ -> "TIMESTAMP_LTZ(3)";
    };
  }

  private static List<String> columns(ResultTable<?> table) {
    return table.schema().getColumns().stream()
        .map(column -> column.getName() + " " + type((UnresolvedPhysicalColumn) column))
        .toList();
  }

  /** Without saying whether it may be null. */
  private static AbstractDataType<?> type(UnresolvedPhysicalColumn column) {
    return column.getDataType().nullable();
  }

  private static List<String> statements(String script) {
    String name = "sql/results/" + script + ".sql";
    return SqlScript.parse(name, SampleRecord.resource(name)).statements().stream()
        .map(SqlScript.Statement::text)
        .toList();
  }
}
