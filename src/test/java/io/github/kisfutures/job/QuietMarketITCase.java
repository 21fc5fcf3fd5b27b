package io.github.kisfutures.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.analytics.bars.BarColumns;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.reference.SampleRecord;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.source.FeedRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing follows a frame: its bar comes all the same, driven by the clock. */
@Timeout(60)
class QuietMarketITCase {
  private static final String CONTRACT = "111V06";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration MAX_FEED_DELAY = Duration.ofSeconds(2);
  private static final Duration TOLERANCE = Duration.ofSeconds(1);
  private static final DateTimeFormatter HHMMSS =
      DateTimeFormatter.ofPattern("HHmmss").withZone(KoreaTime.ZONE);

  @TempDir Path directory;

  @Test
  void theOnlyFramesBarIsEmittedInTime() throws Exception {
    assertBarInTime("quiet", 1, simulator -> {});
  }

  @Test
  void alsoWhenTheServerIsGoneRightAfterTheFrame() throws Exception {
    assertBarInTime(
        "gone",
        1,
        simulator -> {
          simulator.dropConnections();
          simulator.close();
        });
  }

  @Test
  void alsoWhereMostSubtasksHaveNoSession() throws Exception {
    assertBarInTime("idle", 3, simulator -> {});
  }

  private void assertBarInTime(
      String name, int subtasks, java.util.function.Consumer<KisSimulator> afterTheFrame)
      throws Exception {
    try (KisSimulator simulator =
        KisSimulator.withoutMarket(SimulatorSettings.defaults()).start()) {
      Map<String, String> options =
          LiveJob.options(
              simulator, directory, List.of(CONTRACT), SimulatorSettings.DEFAULT_ACCOUNT);
      options.put("analytics.windows", "1 s");
      options.put("parallelism.default", "3");
      options.put("analytics.max-feed-delay", "2 s");
      AtomicReference<Collected<Bar>> bars = new AtomicReference<>();
      try (LiveJob job =
          LiveJob.start(
              LiveJob.settings(options),
              (env, settings) ->
                  bars.set(
                      Collected.from(
                          StockFuturesJob.define(
                                  feed(env, settings, subtasks), Set.of(), settings, RunMode.LIVE)
                              .bars(),
                          name)))) {
        Eventually.await(
            "subscribed",
            PATIENCE,
            () -> simulator.subscriptions().values().stream().anyMatch(s -> !s.isEmpty()));
        Instant sent = InstantSource.system().instant();
        assertThat(simulator.pushFrame(frame(sent))).isOne();
        if (name.equals("gone")) {
          Eventually.await("frame read", PATIENCE, () -> job.total("frames") == 1);
        }
        afterTheFrame.accept(simulator);
        Eventually.await("a bar", PATIENCE, () -> !bars.get().elements().isEmpty());
      }
      assertThat(bars.get().elements())
          .singleElement()
          .satisfies(
              bar -> {
                assertThat(bar.value().contract()).isEqualTo(CONTRACT);
                assertThat(bar.value().get(BarColumns.TRADES)).isOne();
                Instant end = bar.value().windowEnd();
                assertThat(bar.at())
                    .as("emission of the window that ends at %s", end)
                    .isBetween(end, end.plus(MAX_FEED_DELAY).plus(TOLERANCE));
              });
    }
  }

  private static DataStream<FeedRecord> feed(
      StreamExecutionEnvironment env, JobSettings settings, int subtasks) {
    var feed = StockFuturesJob.liveFeed(env, settings, settings.sessions(Map.of()));
    return ((DataStreamSource<FeedRecord>) feed).setParallelism(subtasks);
  }

  private static String frame(Instant at) {
    return SampleRecord.frame(
        SampleRecord.trade(HHMMSS.format(at), 77900, 5, 1724, 1_337_128_000L));
  }
}
