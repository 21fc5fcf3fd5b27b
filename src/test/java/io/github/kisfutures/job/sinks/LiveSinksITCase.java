package io.github.kisfutures.job.sinks;

import static io.github.kisfutures.job.LiveResults.PATIENCE;
import static io.github.kisfutures.job.LiveResults.awaitFrames;
import static io.github.kisfutures.job.LiveResults.awaitSubscribed;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.FilesInUse;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.job.RunMode;
import io.github.kisfutures.job.StockFuturesJob;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.source.FeedTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Live jobs that fail or are cut off while they write to Kafka and PostgreSQL: afterwards every bar
 * is there once in both, as it must be for the trades that were counted.
 */
@Timeout(240)
class LiveSinksITCase {
  private static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06", "A16610");
  private static final Duration[] WINDOWS = {Duration.ofSeconds(2), Duration.ofSeconds(5)};

  @TempDir Path directory;

  private Sinks sinks;
  private KisSimulator simulator;

  @BeforeEach
  void start() throws Exception {
    sinks = Sinks.start();
    simulator =
        KisSimulator.withMarket(SimulatorSettings.defaults(), new MarketSettings(CONTRACTS, 60, 11))
            .start();
  }

  @AfterEach
  void stop() throws Exception {
    simulator.close();
    sinks.close();
  }

  private Map<String, String> options() throws IOException {
    Map<String, String> options =
        LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT);
    options.putAll(sinks.options());
    options.put("analytics.windows", "2 s, 5 s");
    return options;
  }

  @Test
  void aJobThatFailsInTheMiddleWritesEveryBarOnce() throws Exception {
    FailOnce.ARMED.set(false);
    try (LiveJob job = LiveJob.start(LiveJob.settings(options()), LiveSinksITCase::failing)) {
      awaitBars();
      int connections = simulator.connectionsAccepted();
      FailOnce.ARMED.set(true);
      Eventually.await("the failure", PATIENCE, () -> !FailOnce.ARMED.get());
      Eventually.await(
          "reconnected", PATIENCE, () -> simulator.connectionsAccepted() > connections);
      goOnAndCompare();
    }
  }

  @Test
  void aJobThatIsCancelledGoesOnFromItsLastCheckpoint() throws Exception {
    Path checkpoints = directory.resolve("checkpoints");
    Map<String, String> options = options();
    options.put("execution.checkpointing.dir", checkpoints.toUri().toString());
    options.put(
        "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    try (LiveJob cancelled = LiveJob.start(LiveJob.settings(options))) {
      awaitBars();
    }
    Eventually.await("the session ends", PATIENCE, () -> simulator.openConnections() == 0);
    options.put("execution.state-recovery.path", latest(checkpoints).toUri().toString());
    try (LiveJob restarted = LiveJob.start(LiveJob.settings(options))) {
      goOnAndCompare();
    }
  }

  /** The market runs, and bars are committed. */
  private void awaitBars() {
    awaitSubscribed(simulator, CONTRACTS.size());
    awaitFrames(simulator, 150);
    Eventually.await(
        "bars in both",
        PATIENCE,
        () ->
            !sinks.kafkaRows(ResultTable.BARS).isEmpty()
                && !sinks.postgres().rows(ResultTable.BARS).isEmpty());
  }

  /** The market goes on and stands still; then all must be as the counted trades say. */
  private void goOnAndCompare() {
    awaitSubscribed(simulator, CONTRACTS.size());
    awaitFrames(simulator, 150);
    simulator.pause();
    CountedTrades.assertEveryBarOnce(simulator, sinks, WINDOWS);
  }

  private static void failing(StreamExecutionEnvironment env, JobSettings settings) {
    var feed = StockFuturesJob.liveFeed(env, settings, settings.sessions(Map.of()));
    var failing =
        feed.map(new FailOnce())
            .returns(FeedTypes.FEED_RECORD)
            .setParallelism(feed.getParallelism());
    StockFuturesJob.attach(env, failing, Set.of(), settings, RunMode.LIVE);
  }

  private static Path latest(Path checkpoints) {
    return FilesInUse.below(checkpoints).stream()
        .filter(file -> file.endsWith("_metadata"))
        .map(Path::getParent)
        .max(
            Comparator.comparingInt(
                chk -> Integer.parseInt(chk.getFileName().toString().replace("chk-", ""))))
        .orElseThrow();
  }
}
