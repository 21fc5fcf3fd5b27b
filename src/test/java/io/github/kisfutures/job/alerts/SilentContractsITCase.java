package io.github.kisfutures.job.alerts;

import static io.github.kisfutures.market.TradeFixture.millis;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.analytics.alerts.Alert;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.job.RunMode;
import io.github.kisfutures.job.StockFuturesJob;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.FeedRecordDeserializer;
import io.github.kisfutures.source.watermarks.CaptureWatermarks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A contract that the feed registers and that never trades, in the whole topology. */
@Timeout(120)
class SilentContractsITCase {
  private static final String SILENT = "A50609";

  @TempDir Path directory;

  /** Five minutes in which one contract trades, and another one is registered only. */
  private static List<FeedRecord> morning() {
    List<FeedRecord> records = new ArrayList<>();
    for (String contract : List.of("A11610", SILENT)) {
      records.add(
          new FeedRecord.Happened(
              new FeedEvent(
                  millis("09:00:00"),
                  "session-1",
                  FeedEvent.Kind.SUBSCRIBED,
                  contract,
                  "OPSP0000",
                  "registered")));
    }
    LocalTime time = LocalTime.of(9, 0);
    for (int i = 1; i <= 30; i++) {
      records.add(
          new FeedRecord.Trade(
              trade()
                  .contract("A11610")
                  .at(time.plusSeconds(10L * i))
                  .price(1000)
                  .volume(i, 1)
                  .value(10_000L * i)
                  .build(),
              true));
    }
    return records;
  }

  @Test
  void isMissedFromItsRegistrationOn() throws Exception {
    Path rules = directory.resolve("rules.yaml");
    Files.writeString(rules, "- {name: quiet, metric: silence, threshold: 4 min}");
    JobSettings settings =
        LiveJob.settings(Map.of("alerts.rules", rules.toString(), "parallelism.default", "2"));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            RunMode.REPLAY.configure(settings.configuration()));
    FeedRecordDeserializer deserializer = new FeedRecordDeserializer();
    DataStream<FeedRecord> feed =
        env.fromData(deserializer.getProducedType(), morning().toArray(FeedRecord[]::new))
            .setParallelism(1)
            .assignTimestampsAndWatermarks(new CaptureWatermarks(Set.of(), Duration.ofSeconds(2)))
            .setParallelism(1);

    DataStream<Alert> alerts =
        StockFuturesJob.define(feed, Set.of(), settings, RunMode.REPLAY).alerts();

    List<Alert> raised = new ArrayList<>();
    try (CloseableIterator<Alert> all = alerts.executeAndCollect()) {
      all.forEachRemaining(raised::add);
    }
    assertThat(raised)
        .extracting(Alert::id)
        .containsExactly("quiet/" + SILENT + "/2026-07-10T09:04:00.000+09:00");
  }
}
