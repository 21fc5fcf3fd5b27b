package io.github.kisfutures.source.watermarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.reference.SampleRecord;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.FeedRecordDeserializer;
import io.github.kisfutures.source.RecordOutput;
import io.github.kisfutures.wire.ReceivedFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaptureWatermarksTest {
  private static final long RECEIVED = Instant.parse("2026-07-10T00:16:40.100Z").toEpochMilli();
  private static final long MINUTE = Instant.parse("2026-07-10T00:16:00Z").toEpochMilli();

  private static final WatermarkGeneratorSupplier.Context NO_CONTEXT = null; // not looked at

  private final FeedRecordDeserializer deserializer = new FeedRecordDeserializer();
  private final Emitted output = new Emitted();
  private WatermarkGenerator<FeedRecord> generator = generator(Set.of());

  @BeforeEach
  void open() {
    deserializer.open();
  }

  @Test
  void movesBehindTheFrameThatBearsOutTheOneBefore() {
    frame(at("091635"), at("091637"));
    frame(at("091638"), at("091636"));
    assertThat(output.watermarks).containsExactly(MINUTE + 35_000);
    frame(at("091640"));
    assertThat(output.watermarks).containsExactly(MINUTE + 35_000, MINUTE + 36_000);
  }

  @Test
  void oneFrameOfTheFutureMovesNothingAndATooFarOneIsCutToItsReceipt() {
    frame(at("091635"));
    frame(at("091739")); // 59 s ahead of its receipt
    frame(at("091636"));
    frame(at("101636")); // an hour ahead: counts at 09:16:40
    frame(at("091739"));

    assertThat(output.watermarks)
        .containsExactly(MINUTE + 33_000, MINUTE + 34_000, MINUTE + 38_000);
  }

  @Test
  void onlyTradesAskedForMoveIt() {
    generator = generator(Set.of("111V06"));
    frame(at("091635"));
    frame(at("091639").with("contract", "A11610"));
    frame(at("091637"), at("091639").with("contract", "A11610"));
    frame(at("091638"));

    assertThat(output.watermarks).containsExactly(MINUTE + 33_000, MINUTE + 35_000);
  }

  @Test
  void rejectedFramesAndEventsDoNot() {
    frame(at("091635"));
    text("0|H0ZFCNT0|001|broken");
    emit(new FeedRecord.Progress(1, 1), RecordOutput.NO_TIME);
    frame(at("091637"));
    generator.onPeriodicEmit(output);

    assertThat(output.watermarks).containsExactly(MINUTE + 33_000);
  }

  @Test
  void travelsWithTheJobAndTellsTheTimeOfATrade() throws Exception {
    CaptureWatermarks shipped =
        InstantiationUtil.clone(new CaptureWatermarks(Set.of(), Duration.ofSeconds(2)));
    var assigner = shipped.createTimestampAssigner(() -> null);

    deserializer.frame(
        received(SampleRecord.frame(at("091635"))),
        (record, time) -> assertThat(assigner.extractTimestamp(record, 1)).isEqualTo(time));
    assertThat(assigner.extractTimestamp(new FeedRecord.Progress(1, 1), 1))
        .isEqualTo(RecordOutput.NO_TIME);
  }

  private static WatermarkGenerator<FeedRecord> generator(Set<String> contracts) {
    return new CaptureWatermarks(contracts, Duration.ofSeconds(2))
        .createWatermarkGenerator(NO_CONTEXT);
  }

  private static SampleRecord at(String time) {
    return SampleRecord.official().with("trade_time", time);
  }

  private void frame(SampleRecord... records) {
    text(SampleRecord.frame(records));
  }

  private void text(String frame) {
    deserializer.frame(received(frame), this::emit);
  }

  private static ReceivedFrame received(String frame) {
    return new ReceivedFrame(frame, new Receipt(RECEIVED, "session-1", 1, 0));
  }

  private void emit(FeedRecord record, long eventTime) {
    generator.onEvent(record, eventTime, output);
  }
}
