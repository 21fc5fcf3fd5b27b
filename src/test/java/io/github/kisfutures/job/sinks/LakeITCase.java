package io.github.kisfutures.job.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.FilesInUse;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.job.RunMode;
import io.github.kisfutures.job.StockFuturesJob;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.job.results.ScriptText;
import io.github.kisfutures.job.results.SqlScript;
import io.github.kisfutures.reference.ComparedRows;
import io.github.kisfutures.reference.DirtyDay;
import io.github.kisfutures.reference.RawCapture;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.reference.SampleRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files and an Iceberg table, read back by Flink SQL and compared cell by cell. */
@Timeout(240)
class LakeITCase {
  private static final long SEED = 20260710;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  @TempDir Path directory;

  private final ReadBack reader = new ReadBack();
  private ReferenceRun expected;

  @BeforeEach
  void recompute() throws Exception {
    List<String> lines = DirtyDay.dirty(SEED, 6, 5_000).lines();
    Files.write(directory.resolve("capture.txt"), lines);
    expected = ReferenceRun.of(lines, Duration.ofMinutes(1));
  }

  @Test
  void parquetFiles() throws Exception {
    replay("sql/results/files_parquet.sql", false);

    for (SqlScript.Statement statement : script("sql/results/files_parquet.sql").statements()) {
      if (statement.keyword().equals("CREATE")) {
        reader.define(statement.text());
      }
    }
    ComparedRows.assertSame(
        ResultTable.BARS, expected.bars(), reader.rows(ResultTable.BARS, "files_bars"));
    ComparedRows.assertSame(
        ResultTable.GAPS, expected.gaps(), reader.rows(ResultTable.GAPS, "files_gaps"));
    ComparedRows.assertSame(
        ResultTable.TICKS, expected.ticks(), reader.rows(ResultTable.TICKS, "files_ticks"));
    ComparedRows.assertSame(
        ResultTable.LATE_TICKS,
        expected.lateTicks(),
        reader.rows(ResultTable.LATE_TICKS, "files_late_ticks"));
    ComparedRows.assertSame(
        ResultTable.ALERTS,
        SampleRules.alerts(expected, 60),
        reader.rows(ResultTable.ALERTS, "files_alerts"));
    assertThat(
            reader.texts(
                "SELECT DATE_FORMAT(receive_time, 'yyyy-MM-dd HH:mm:ss.SSS'), frame"
                    + " FROM files_rejected_frames WHERE reason <> '' AND detail <> ''"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            expected.capture().rejected().stream().map(LakeITCase::timeAndFrame).toList());
    assertThat(FilesInUse.below(Path.of(results(), "feed_events")))
        .as("events of a replay, which has none")
        .isEmpty();
  }

  private static List<String> timeAndFrame(RawCapture.Rejected rejected) {
    String[] timeAndFrame = rejected.line().split("\t", 2);
    return List.of(UTC.format(OffsetDateTime.parse(timeAndFrame[0]).toInstant()), timeAndFrame[1]);
  }

  /** The script of {@code docs/results.md}, "Any other Flink connector". */
  @Test
  void anIcebergTable() throws Exception {
    replay("sql/results/iceberg.sql", true);

    reader.define(script("sql/results/iceberg.sql").statements().get(0).text());
    assertThat(expected.bars()).isNotEmpty();
    ComparedRows.assertSame(
        ResultTable.BARS, expected.bars(), reader.rows(ResultTable.BARS, "lake.kis.bars"));
  }

  private SqlScript script(String name) {
    return ScriptText.load("test", name, key -> Optional.of(results())).script();
  }

  private String results() {
    return directory.resolve("results").toString();
  }

  private void replay(String script, boolean genericTypes) throws Exception {
    JobSettings settings =
        LiveJob.settings(
            Map.of(
                "results.script",
                script,
                "alerts.rules",
                SampleRules.write(directory, 60),
                "results.path",
                results(),
                "pipeline.generic-types",
                String.valueOf(genericTypes),
                "parallelism.default",
                "2"));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            RunMode.REPLAY.configure(settings.configuration()));
    StockFuturesJob.replay(
        env, settings, new org.apache.flink.core.fs.Path(directory.resolve("capture.txt").toUri()));
    env.execute();
  }
}
