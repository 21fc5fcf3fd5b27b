package io.github.kisfutures.job;

import static io.github.kisfutures.job.LiveResults.awaitFrames;
import static io.github.kisfutures.job.LiveResults.awaitSubscribed;
import static io.github.kisfutures.job.LiveResults.awaitTradesMade;
import static io.github.kisfutures.job.LiveResults.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SentFrame;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.FeedTypes;
import io.github.kisfutures.wire.DecodedFrame;
import io.github.kisfutures.wire.TradeDecoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that stop or fail and go on: what was missed is measured, and nothing is counted twice. */
@Timeout(240)
class RestartITCase {
  private static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06", "A16610");
  private static final SimulatedAccount SECOND =
      new SimulatedAccount("SIMULATEDAPPKEY00000000000000000000B", "another-secret");
  private static final Duration[] WINDOWS = {Duration.ofSeconds(2), Duration.ofSeconds(5)};

  @TempDir Path directory;

  private KisSimulator simulator() {
    SimulatorSettings server =
        SimulatorSettings.defaults()
            .withAccounts(List.of(SimulatorSettings.DEFAULT_ACCOUNT, SECOND));
    return KisSimulator.withMarket(server, new MarketSettings(CONTRACTS, 60, 11)).start();
  }

  private Map<String, String> options(KisSimulator simulator) throws Exception {
    Map<String, String> options =
        LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT, SECOND);
    options.put("analytics.windows", "2 s, 5 s");
    return options;
  }

  @Test
  void savepointsCarryTheJobToAnotherParallelismAndBack() throws Exception {
    try (KisSimulator simulator = simulator()) {
      Map<String, String> options = options(simulator);
      Map<String, Set<String>> placed = Map.of();
      for (int parallelism : new int[] {1, 2, 1}) {
        simulator.pause();
        int sentBefore = simulator.sentFrames().size();
        options.put("parallelism.default", String.valueOf(parallelism));
        try (LiveJob job = LiveJob.start(LiveJob.settings(options))) {
          awaitSubscribed(simulator, CONTRACTS.size());
          assertThat(simulator.subscriptions())
              .as("contracts stay on their app keys")
              .isEqualTo(placed.isEmpty() ? simulator.subscriptions() : placed);
          placed = simulator.subscriptions();
          simulator.resume();
          awaitFrames(simulator, 150);
          settle(simulator, job, sentBefore);
          options.put("execution.state-recovery.path", job.stop(directory.resolve("savepoints")));
        }
        Eventually.await(
            "sessions end", LiveResults.PATIENCE, () -> simulator.openConnections() == 0);
        simulator.resume();
        awaitTradesMade(simulator, 30);
      }
      simulator.pause();
      ReferenceRun expected = LiveResults.recomputed(simulator.sentFrames(), WINDOWS);
      assertThat(expected.gaps()).as("stops lose trades").hasSizeGreaterThan(CONTRACTS.size());
      try (LiveJob last = LiveJob.start(LiveJob.settings(options))) {
        new LiveResults(directory.resolve("results")).assertSame(expected, "RESTART");
        assertThat(last.total("duplicates")).isZero();
      }
    }
  }

  @Test
  void aFailureLosesWhatCameSinceTheCheckpointAndSaysSo() throws Exception {
    FailOnce.armed.set(false);
    try (KisSimulator simulator = simulator();
        LiveJob job =
            LiveJob.start(LiveJob.settings(options(simulator)), RestartITCase::failingJob)) {
      awaitSubscribed(simulator, CONTRACTS.size());
      awaitFrames(simulator, 150);
      FailOnce.armed.set(true);
      Eventually.await("the failure", LiveResults.PATIENCE, () -> !FailOnce.armed.get());
      int connections = simulator.connectionsAccepted();
      Eventually.await(
          "reconnected",
          LiveResults.PATIENCE,
          () -> simulator.connectionsAccepted() == connections + 2);
      awaitSubscribed(simulator, CONTRACTS.size());
      awaitFrames(simulator, 150);
      simulator.pause();
      LiveResults results = new LiveResults(directory.resolve("results"));
      Eventually.await(
          "trades up to the last one sent",
          LiveResults.PATIENCE,
          () -> tops(simulator).equals(tops(results.rows(ResultTable.TICKS))));

      Set<String> counted = keys(results.rows(ResultTable.TICKS));
      assertThat(counted).as("no trade twice").hasSameSizeAs(results.rows(ResultTable.TICKS));
      List<SentFrame> kept =
          simulator.sentFrames().stream().filter(sent -> counted.contains(key(sent))).toList();
      assertThat(kept).hasSizeLessThan(simulator.sentFrames().size());
      ReferenceRun expected = LiveResults.recomputed(kept, WINDOWS);
      results.assertSame(expected, "RESTART");
      assertThat(LiveResults.column(results.rows(ResultTable.GAPS), "cause")).contains("RESTART");
    }
  }

  private static void failingJob(
      StreamExecutionEnvironment env, io.github.kisfutures.job.options.JobSettings settings) {
    var feed = StockFuturesJob.liveFeed(env, settings, settings.sessions(Map.of()));
    var failing =
        feed.map(new FailOnce())
            .returns(FeedTypes.FEED_RECORD)
            .setParallelism(feed.getParallelism());
    StockFuturesJob.attach(env, failing, Set.of(), settings, RunMode.LIVE);
  }

  private static final class FailOnce implements MapFunction<FeedRecord, FeedRecord> {
    private static final long serialVersionUID = 1L;
    private static final AtomicBoolean armed = new AtomicBoolean();

    @Override
    public FeedRecord map(FeedRecord happened) {
      if (armed.compareAndSet(true, false)) {
        throw new IllegalStateException("the failure that the test asks for");
      }
      return happened;
    }
  }

  private static String key(SentFrame sent) {
    var decoded = new TradeDecoder().decode(sent.text(), new Receipt(sent.atMillis(), "s", 0, 0));
    var first = ((DecodedFrame.Trades) decoded).trades().get(0);
    return first.contract() + " " + first.cumulativeVolume();
  }

  private static Set<String> keys(List<Map<String, @Nullable String>> ticks) {
    return ticks.stream()
        .map(tick -> tick.get("contract") + " " + tick.get("cumulative_volume"))
        .collect(Collectors.toSet());
  }

  private static Map<String, Long> tops(List<Map<String, @Nullable String>> ticks) {
    Map<String, Long> tops = new HashMap<>();
    for (Map<String, @Nullable String> tick : ticks) {
      tops.merge(
          String.valueOf(tick.get("contract")),
          Long.valueOf(String.valueOf(tick.get("cumulative_volume"))),
          Math::max);
    }
    return tops;
  }

  /** All trades since the last subscription reach every contract's session. */
  private static Map<String, Long> tops(KisSimulator simulator) {
    Map<String, Long> tops = new HashMap<>();
    simulator
        .tradesMade()
        .forEach(trade -> tops.merge(trade.contract(), trade.cumulativeVolume(), Math::max));
    return tops;
  }
}
