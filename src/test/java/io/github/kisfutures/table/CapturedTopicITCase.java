package io.github.kisfutures.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.KafkaBroker;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.job.LiveResults;
import io.github.kisfutures.job.capture.CaptureJob;
import io.github.kisfutures.job.capture.CaptureTarget;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.reference.RawCapture;
import io.github.kisfutures.simulator.FrameSource;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.simulator.script.FaultScript;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.table.api.TableResult;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code capture --to kafka://...} beside an analytics job that reads the topic. */
@Timeout(240)
class CapturedTopicITCase {
  private static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06");
  private static final Duration WINDOW = Duration.ofSeconds(1);

  @TempDir Path directory;

  @Test
  void vwapFromTheTopicIsThatOfWhatWasSent() throws Exception {
    FaultScript faults =
        FaultScript.of(
            "script",
            String.join(
                "\n",
                "- {on: frame every 7, what: duplicate}",
                "- {on: frame every 11, what: truncate}",
                "- {on: frame every 13, what: widen, fields: 3}",
                "- {on: frame every 3, what: mix}",
                "- {on: frame every 29, what: lose}"));
    FrameSource market = FrameSource.market(new MarketSettings(CONTRACTS, 80, 11));
    try (KafkaBroker broker = KafkaBroker.start();
        KisSimulator simulator =
            KisSimulator.of(SimulatorSettings.defaults(), market, faults).start()) {
      broker.create("kis.frames", 1); // as the command makes it
      try (LiveJob capture = capture(simulator, broker)) {
        LiveResults.awaitSubscribed(simulator, CONTRACTS.size());
        // an analytics job that reads along, and ends in the middle
        List<Map<String, @Nullable String>> alongside = new ArrayList<>();
        TableResult live = vwap(broker, "'scan.startup.mode' = 'earliest-offset'");
        try (RunningQuery query = new RunningQuery(live)) {
          List<String> names = live.getResolvedSchema().getColumnNames();
          query.next(6).forEach(row -> alongside.add(ShippedSql.canonical(names, row)));
        }
        LiveResults.awaitFrames(simulator, 300);
        simulator.pause();
        Eventually.await(
            "every frame is captured",
            LiveResults.PATIENCE,
            () -> capture.total("frames") == simulator.sentFrames().size());
        List<String> sent =
            simulator.sentFrames().stream()
                .map(frame -> KoreaTime.text(frame.atMillis()) + "\t" + frame.text())
                .toList();
        int records = wholeFrames(sent);
        Eventually.await(
            "every frame is in the topic",
            LiveResults.PATIENCE,
            () -> broker.read("kis.frames").size() >= records);
        assertKeys(broker.read("kis.frames"), sent);

        List<Map<String, @Nullable String>> bars =
            ShippedSql.only(ExpectedSql.VWAP, ExpectedSql.of(sent, WINDOW).bars());
        // one that begins anew finds everything, what the first had seen included
        TableResult all =
            vwap(
                broker,
                "'scan.startup.mode' = 'earliest-offset', 'scan.bounded.mode' = 'latest-offset'");
        assertThat(ShippedSql.rows(all)).hasSizeGreaterThan(6).isEqualTo(bars);
        assertThat(bars).containsAll(alongside);
      }
    }
  }

  private LiveJob capture(KisSimulator simulator, KafkaBroker broker) throws Exception {
    Map<String, String> options =
        LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT);
    CaptureTarget target = CaptureTarget.of("kafka://" + broker.servers() + "/kis.frames", false);
    return LiveJob.start(
        LiveJob.settings(options),
        (env, settings) -> CaptureJob.define(env, settings, settings.sessions(Map.of()), target));
  }

  private static TableResult vwap(KafkaBroker broker, String scan) throws Exception {
    return ShippedSql.streaming()
        .define(
            "ticks_kafka.sql",
            "localhost:9092",
            broker.servers(),
            "'scan.startup.mode' = 'earliest-offset'",
            scan)
        .run("vwap.sql", "INTERVAL '1' MINUTE", "INTERVAL '1' SECOND");
  }

  /** Records of the topic: one a contract of each frame, one for a frame that has no trades. */
  private static int wholeFrames(List<String> sent) {
    return sent.stream()
        .mapToInt(line -> Math.max(1, contracts(RawCapture.parse(List.of(line)))))
        .sum();
  }

  private static int contracts(RawCapture capture) {
    return (int) capture.trades().stream().map(trade -> trade.contract()).distinct().count();
  }

  private static void assertKeys(List<ConsumerRecord<String, String>> records, List<String> sent) {
    RawCapture captured = RawCapture.parse(records.stream().map(ConsumerRecord::value).toList());
    RawCapture original = RawCapture.parse(sent);
    assertThat(captured.rejected())
        .extracting(rejection -> rejection.line().split("\t", 2)[1])
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            original.rejected().stream()
                .map(rejection -> rejection.line().split("\t", 2)[1])
                .toList());
    for (ConsumerRecord<String, String> record : records) {
      Stream<String> contracts =
          RawCapture.parse(List.of(record.value())).trades().stream().map(t -> t.contract());
      if (record.key() == null) {
        assertThat(contracts).as(record.value()).isEmpty();
      } else {
        assertThat(contracts).as(record.value()).isNotEmpty().containsOnly(record.key());
      }
    }
    for (String contract : CONTRACTS) {
      assertThat(volumes(captured, contract))
          .as("trades of %s in their order", contract)
          .isEqualTo(volumes(original, contract));
    }
  }

  private static List<Long> volumes(RawCapture capture, String contract) {
    return capture.trades().stream()
        .filter(trade -> trade.contract().equals(contract))
        .map(trade -> trade.volumeAfter())
        .toList();
  }
}
