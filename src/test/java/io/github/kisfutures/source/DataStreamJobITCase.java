package io.github.kisfutures.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.docs.Page;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.source.options.FeedOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job of {@code docs/source.md}, with the simulator in KIS's place. */
@Timeout(120)
class DataStreamJobITCase {
  @TempDir Path directory;

  @Test
  void theDocumentedJobRuns() throws Exception {
    MarketSettings market = new MarketSettings(List.of("111V06", "A50607"), 60, 3);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    try (KisSimulator simulator =
        KisSimulator.withMarket(SimulatorSettings.defaults(), market).start()) {
      KisSource<StockFuturesTrade> source =
          KisSource.builder()
              .contracts("111V06", "A50607")
              .credentials("file:" + credentials())
              .set(FeedOptions.RECONNECT_MAX_DELAY, Duration.ofMinutes(2))
              .set(FeedOptions.WEBSOCKET_URL, simulator.webSocketUri().toString())
              .set(FeedOptions.REST_URL, simulator.restUri().toString())
              .trades();
      try (CloseableIterator<StockFuturesTrade> trades =
          lastOfEachSecond(env, source).executeAndCollect()) {
        assertThat(trades.next().contract()).isIn("111V06", "A50607");
      }
    }
  }

  private static DataStream<StockFuturesTrade> lastOfEachSecond(
      StreamExecutionEnvironment env, KisSource<StockFuturesTrade> source) {
    DataStream<StockFuturesTrade> lastOfEachSecond =
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "KIS")
            .setParallelism(source.sessions())
            .uid("kis")
            .keyBy(StockFuturesTrade::contract)
            .window(TumblingEventTimeWindows.of(Duration.ofSeconds(1)))
            .reduce((a, b) -> a.cumulativeVolume() > b.cumulativeVolume() ? a : b);
    return lastOfEachSecond;
  }

  /** Every line of the page's job stands above, but for where KIS and the app keys are. */
  @Test
  void theDocumentedJobIsThisOne() throws IOException {
    String here =
        Files.readString(
            Path.of("src/test/java/io/github/kisfutures/source/DataStreamJobITCase.java"));
    assertThat(Page.of("docs/source.md").blocks("java"))
        .singleElement()
        .satisfies(
            block ->
                assertThat(
                        block
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.contains("credentials(\"env\")")))
                    .allSatisfy(line -> assertThat(here).contains(line)));
  }

  private Path credentials() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("credentials.yaml"),
            "- app-key: %s\n  app-secret: %s\n"
                .formatted(
                    SimulatorSettings.DEFAULT_ACCOUNT.appKey(),
                    SimulatorSettings.DEFAULT_ACCOUNT.appSecret()));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
