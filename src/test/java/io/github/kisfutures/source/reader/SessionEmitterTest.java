package io.github.kisfutures.source.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.reference.SampleRecord;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.FeedRecordDeserializer;
import io.github.kisfutures.source.FrameDeserializer;
import io.github.kisfutures.source.RecordOutput;
import io.github.kisfutures.source.TradeDeserializer;
import io.github.kisfutures.source.metrics.SessionNumbers;
import io.github.kisfutures.source.split.ContractChange;
import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.source.split.SessionSplitState;
import io.github.kisfutures.source.watermarks.BelievedClock;
import io.github.kisfutures.source.watermarks.SessionWatermark;
import io.github.kisfutures.source.watermarks.WatermarkSettings;
import io.github.kisfutures.wire.ReceivedFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

class SessionEmitterTest {
  private static final Instant RECEIVED = Instant.parse("2026-07-10T00:16:41.500Z");
  private static final Instant TRADED = Instant.parse("2026-07-10T00:16:39Z");

  private final SessionSplitState state =
      new SessionSplitState(
          new SessionSplit("session-1", 0, 0, List.of("111V06"), 2)
              .withChanges(List.of(new ContractChange("111V06", ContractChange.Kind.ADDED))));
  private final Counter errors = new SimpleCounter();
  private final Counter recordsIn = new SimpleCounter();
  private ReaderSession session = new ReaderSession(state, numbers(errors), null);

  @Test
  void everyRecordOfAFrameHasItsTradeTime() {
    SampleRecord one = SampleRecord.official();
    String frame = SampleRecord.frame(one, one.with("trade_time", "091640"));

    Emitted<FeedRecord> emitted = emit(new FeedRecordDeserializer(), received(frame));

    assertThat(emitted.timestamps)
        .containsExactly(TRADED.toEpochMilli(), TRADED.plusSeconds(1).toEpochMilli());
    assertThat(emitted.values).allMatch(FeedRecord.Trade.class::isInstance);
    assertThat(state.framesEmitted()).isOne();
    assertThat(recordsIn.getCount()).as("records, not frames").isEqualTo(2);
  }

  @Test
  void whatIsNoTradeDoesNotMoveTheWatermark() {
    FeedEvent event =
        new FeedEvent(
            RECEIVED.toEpochMilli(), "session-1", FeedEvent.Kind.CONNECTED, null, null, "open");

    Emitted<FeedRecord> emitted =
        emit(new FeedRecordDeserializer(), new SessionMessage.Received(event), received("garbage"));

    assertThat(emitted.values)
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(new FeedRecord.Happened(event)),
            second -> assertThat(second).isInstanceOf(FeedRecord.Rejected.class));
    assertThat(emitted.timestamps).containsExactly(RecordOutput.NO_TIME, RecordOutput.NO_TIME);
    assertThat(state.framesEmitted()).as("an event is no frame").isOne();
  }

  @Test
  void tradesAloneLeaveTheRestOut() {
    Emitted<StockFuturesTrade> emitted =
        emit(new TradeDeserializer(), received("garbage"), received(SampleRecord.officialFrame()));

    assertThat(emitted.values).extracting(StockFuturesTrade::session).containsExactly("session-1");
    assertThat(emitted.timestamps).containsExactly(TRADED.toEpochMilli());
    assertThat(state.framesEmitted()).isEqualTo(2);
    assertThat(recordsIn.getCount()).isOne();
    assertThat(errors.getCount()).isOne();
  }

  @Test
  void rawFramesHaveTheirReceiveTime() {
    Emitted<ReceivedFrame> emitted = emit(new FrameDeserializer(), received("garbage"));

    assertThat(emitted.timestamps).containsExactly(RECEIVED.toEpochMilli());
  }

  @Test
  void aChangeOfTheContractsStaysInTheSplitUntilItIsTold() {
    assertThat(state.toSplit(null).changes()).hasSize(1);
    Emitted<FeedRecord> emitted =
        emit(
            new FeedRecordDeserializer(),
            new SessionMessage.Changed(
                new ContractChange("111V06", ContractChange.Kind.ADDED), RECEIVED.toEpochMilli()));

    assertThat(emitted.values)
        .containsExactly(
            new FeedRecord.Happened(
                new FeedEvent(
                    RECEIVED.toEpochMilli(),
                    "session-1",
                    FeedEvent.Kind.CONTRACTS_CHANGED,
                    "111V06",
                    "ADDED",
                    "111V06 was added to feed.contracts since the last checkpoint")));
    assertThat(state.toSplit(null).changes()).isEmpty();
  }

  @Test
  void theSplitOfACheckpointIsOneRestartOn() {
    assertThat(state.toSplit(null).restarts()).isEqualTo(3);
    assertThat(state.toSplit(null).contracts()).containsExactly("111V06");
  }

  @Test
  void theWatermarkMovesBehindAFrameThatBearsOutTheOneBefore() {
    SampleRecord one = SampleRecord.official();
    SampleRecord later = one.with("trade_time", "091640");

    Emitted<FeedRecord> emitted =
        emitTimed(
            received(SampleRecord.frame(one, later)),
            received("garbage"),
            received(SampleRecord.frame(later, one)));

    assertThat(emitted.watermarks).containsExactly(TRADED.plusSeconds(1).toEpochMilli() - 2000);
  }

  @Test
  void aStepOfTheClockIsToldOnceWithItsSize() {
    long now = RECEIVED.toEpochMilli();
    Emitted<FeedRecord> emitted =
        emitTimed(
            new SessionMessage.Look(now, 0),
            new SessionMessage.Look(now + 3_600_020, 20),
            new SessionMessage.Look(now + 3_600_040, 40));

    assertThat(emitted.values)
        .singleElement()
        .satisfies(
            happened -> {
              FeedEvent event = ((FeedRecord.Happened) happened).event();
              assertThat(event.kind()).isEqualTo(FeedEvent.Kind.CLOCK_STEPPED);
              assertThat(event.code()).isEqualTo("PT1H");
              assertThat(event.session()).isEqualTo("session-1");
              assertThat(event.atMillis()).isEqualTo(now + 3_600_020);
            });
    assertThat(emitted.watermarks).containsExactly(now - 5000, now - 4980, now - 4960);
  }

  private static SessionNumbers numbers(Counter errors) {
    return new SessionNumbers(List.of("111V06"), errors, field -> new SimpleCounter());
  }

  private Emitted<FeedRecord> emitTimed(SessionMessage... messages) {
    session =
        new ReaderSession(
            state,
            numbers(errors),
            new SessionWatermark(
                new WatermarkSettings(Duration.ofSeconds(2), Duration.ofSeconds(5)),
                new BelievedClock(Duration.ofSeconds(5))));
    return emit(new FeedRecordDeserializer(), messages);
  }

  private static SessionMessage received(String text) {
    assertThat(KoreaTime.text(RECEIVED.toEpochMilli())).startsWith("2026-07-10T09:16:41.500");
    return new SessionMessage.Received(
        new FeedMessage.Frame(
            new ReceivedFrame(text, new Receipt(RECEIVED.toEpochMilli(), "session-1", 1, 1))));
  }

  private <T> Emitted<T> emit(FeedDeserializer<T> deserializer, SessionMessage... messages) {
    SessionEmitter<T> emitter = new SessionEmitter<>(deserializer, recordsIn);
    Emitted<T> emitted = new Emitted<>();
    for (SessionMessage message : messages) {
      recordsIn.inc(); // as the reader does
      emitter.emitRecord(message, emitted, session);
    }
    return emitted;
  }

  private static final class Emitted<T> implements SourceOutput<T> {
    private final List<T> values = new ArrayList<>();
    private final List<Long> timestamps = new ArrayList<>();
    private final List<Long> watermarks = new ArrayList<>();

    @Override
    public void collect(T value) {
      throw new AssertionError("a record without timestamp: " + value);
    }

    @Override
    public void collect(T value, long timestamp) {
      values.add(value);
      timestamps.add(timestamp);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      watermarks.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
      throw new AssertionError("nothing is idle");
    }

    @Override
    public void markActive() {
      throw new AssertionError("nothing is idle");
    }
  }
}
