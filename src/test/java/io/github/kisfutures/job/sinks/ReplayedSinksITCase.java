package io.github.kisfutures.job.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.job.RunMode;
import io.github.kisfutures.job.StockFuturesJob;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.reference.CheckedBars;
import io.github.kisfutures.reference.ComparedRows;
import io.github.kisfutures.reference.DirtyDay;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.reference.SampleRules;
import io.github.kisfutures.source.FeedTypes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captures replayed into Kafka and PostgreSQL, against the recomputation, cell by cell. */
@Timeout(240)
class ReplayedSinksITCase {
  private static final long SEED = 20260710;
  private static final Duration[] WINDOWS = {Duration.ofSeconds(10), Duration.ofMinutes(5)};

  /** The view of sql/results/postgres-tables.sql. */
  private static final String CHECKED =
      "SELECT concat_ws(' ', contract, extract(epoch FROM window_start)::bigint,"
          + " extract(epoch FROM window_end)::bigint, touched::text) FROM bars_checked";

  @TempDir Path directory;

  /** Instants stay instants, wherever the JVM, the SQL session and the database think they are. */
  @ParameterizedTest
  @CsvSource({"UTC, default", "America/New_York, Asia/Seoul", "Asia/Seoul, Europe/London"})
  void everyTableIsAsRecomputed(String jvmZone, String sqlZone) throws Exception {
    List<String> lines = DirtyDay.dirty(SEED, 6, 4_000).lines();
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(jvmZone));
    try (Sinks sinks = Sinks.start()) {
      sinks.postgres().execute("ALTER DATABASE postgres SET timezone TO 'Australia/Sydney'");
      Map<String, String> options = options(sinks);
      options.put("table.local-time-zone", sqlZone);
      options.put("alerts.rules", SampleRules.write(directory, 300));
      Configuration flink = RunMode.REPLAY.configure(LiveJob.settings(options).configuration());
      StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(flink);
      StockFuturesJob.replay(env, LiveJob.settings(options), capture(lines));
      env.execute();

      ReferenceRun expected = ReferenceRun.of(lines, WINDOWS);
      sinks.assertSame(expected, expected.gaps());
      ComparedRows.assertSame(
          ResultTable.TICKS, expected.ticks(), sinks.kafkaRows(ResultTable.TICKS));
      ComparedRows.assertSame(
          ResultTable.LATE_TICKS, expected.lateTicks(), sinks.kafkaRows(ResultTable.LATE_TICKS));
      List<Map<String, @Nullable String>> alerts = SampleRules.alerts(expected, 300);
      ComparedRows.assertSame(ResultTable.ALERTS, alerts, sinks.kafkaRows(ResultTable.ALERTS));
      ComparedRows.assertSame(
          ResultTable.ALERTS, alerts, sinks.postgres().rows(ResultTable.ALERTS));
      assertThat(sinks.postgres().texts(CHECKED))
          .containsExactlyInAnyOrderElementsOf(
              CheckedBars.of(expected.bars(), expected.gaps()).stream()
                  .map(ReplayedSinksITCase::checked)
                  .toList())
          .anyMatch(bar -> bar.endsWith("true"))
          .anyMatch(bar -> bar.endsWith("false"));
      assertThat(sinks.broker().read("kis.rejected_frames"))
          .hasSameSizeAs(expected.capture().rejected())
          .isNotEmpty();
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void aReplayThatFailsInTheMiddleGivesTheSameRows() throws Exception {
    List<String> lines = DirtyDay.dirty(SEED + 1, 6, 20_000).lines();
    FailInTheMiddle.FAILURES.set(0);
    try (Sinks sinks = Sinks.start()) {
      Map<String, String> options = options(sinks);
      options.put("execution.checkpointing.interval", "300 ms");
      options.put("alerts.rules", SampleRules.write(directory, 300));
      options.put("restart-strategy.type", "fixed-delay");
      options.put("restart-strategy.fixed-delay.attempts", "1");
      options.put("restart-strategy.fixed-delay.delay", "100 ms");
      JobSettings settings = LiveJob.settings(options);
      Configuration flink = RunMode.REPLAY.configure(settings.configuration());
      StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(flink);
      var captured =
          StockFuturesJob.captured(env, settings, capture(lines))
              .map(new FailInTheMiddle())
              .returns(FeedTypes.FEED_RECORD)
              .setParallelism(1);
      StockFuturesJob.attach(env, captured, Set.of(), settings, RunMode.REPLAY);
      env.execute();

      assertThat(FailInTheMiddle.FAILURES).hasValue(1);
      ReferenceRun expected = ReferenceRun.of(lines, WINDOWS);
      sinks.assertSame(expected, expected.gaps());
      ComparedRows.assertSame(
          ResultTable.TICKS, expected.ticks(), sinks.kafkaRows(ResultTable.TICKS));
      ComparedRows.assertSame(
          ResultTable.ALERTS,
          SampleRules.alerts(expected, 300),
          sinks.kafkaRows(ResultTable.ALERTS));
    }
  }

  /** Flink would keep every row for ever to see whether a key comes twice; bars never do. */
  @Test
  void noOperatorKeepsTheRowsOfAnUpsert() throws Exception {
    JobSettings settings =
        LiveJob.settings(
            Map.of(
                "results.script",
                Sinks.SCRIPTS,
                "results.postgres.url",
                "jdbc:postgresql://localhost:1/nowhere"));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
    StockFuturesJob.replay(env, settings, capture(List.of()));

    assertThat(env.getStreamGraph().getStreamNodes())
        .anyMatch(node -> node.getOperatorName().contains("postgres_bars"))
        .noneMatch(node -> node.getOperatorName().contains("Materializer"));
  }

  private static String checked(Map<String, @Nullable String> bar) {
    return String.join(
        " ",
        bar.get("contract"),
        Long.toString(Instant.parse(bar.get("window_start")).getEpochSecond()),
        Long.toString(Instant.parse(bar.get("window_end")).getEpochSecond()),
        bar.get("touched"));
  }

  private static Map<String, String> options(Sinks sinks) {
    Map<String, String> options = new LinkedHashMap<>(sinks.options());
    options.put("analytics.windows", "10 s, 5 min");
    options.put("parallelism.default", "2");
    return options;
  }

  private org.apache.flink.core.fs.Path capture(List<String> lines) throws Exception {
    Path file = Files.write(directory.resolve("capture.txt"), lines);
    return new org.apache.flink.core.fs.Path(file.toUri());
  }
}
