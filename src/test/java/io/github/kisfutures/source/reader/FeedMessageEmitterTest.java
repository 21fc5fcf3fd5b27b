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
import io.github.kisfutures.source.TradeDeserializer;
import io.github.kisfutures.source.metrics.SessionNumbers;
import io.github.kisfutures.source.split.ContractChange;
import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.source.split.SessionSplitState;
import io.github.kisfutures.wire.ReceivedFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

class FeedMessageEmitterTest {
  private static final Instant RECEIVED = Instant.parse("2026-07-10T00:16:41.500Z");
  private static final Instant TRADED = Instant.parse("2026-07-10T00:16:39Z");

  private final SessionSplitState state =
      new SessionSplitState(
          new SessionSplit("session-1", 0, 0, List.of("111V06"), 2)
              .withChanges(List.of(new ContractChange("111V06", ContractChange.Kind.ADDED))));
  private final Counter errors = new SimpleCounter();
  private final Counter recordsIn = new SimpleCounter();
  private final ReaderSession session =
      new ReaderSession(
          state, new SessionNumbers(List.of("111V06"), errors, field -> new SimpleCounter()));

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

    Emitted<FeedRecord> emitted = emit(new FeedRecordDeserializer(), event, received("garbage"));

    assertThat(emitted.values)
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(new FeedRecord.Happened(event)),
            second -> assertThat(second).isInstanceOf(FeedRecord.Rejected.class));
    assertThat(emitted.timestamps)
        .containsExactly(FeedDeserializer.NO_TIMESTAMP, FeedDeserializer.NO_TIMESTAMP);
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
    emit(
        new FeedRecordDeserializer(),
        new FeedEvent(
            RECEIVED.toEpochMilli(),
            "session-1",
            FeedEvent.Kind.CONTRACTS_CHANGED,
            "111V06",
            "ADDED",
            "111V06 was added"));

    assertThat(state.toSplit(null).changes()).isEmpty();
  }

  @Test
  void theSplitOfACheckpointIsOneRestartOn() {
    assertThat(state.toSplit(null).restarts()).isEqualTo(3);
    assertThat(state.toSplit(null).contracts()).containsExactly("111V06");
  }

  private static FeedMessage received(String text) {
    assertThat(KoreaTime.text(RECEIVED.toEpochMilli())).startsWith("2026-07-10T09:16:41.500");
    return new FeedMessage.Frame(
        new ReceivedFrame(text, new Receipt(RECEIVED.toEpochMilli(), "session-1", 1, 1)));
  }

  private <T> Emitted<T> emit(FeedDeserializer<T> deserializer, FeedMessage... messages) {
    FeedMessageEmitter<T> emitter = new FeedMessageEmitter<>(deserializer, recordsIn);
    Emitted<T> emitted = new Emitted<>();
    for (FeedMessage message : messages) {
      recordsIn.inc(); // as the reader does
      emitter.emitRecord(message, emitted, session);
    }
    return emitted;
  }

  private static final class Emitted<T> implements SourceOutput<T> {
    private final List<T> values = new ArrayList<>();
    private final List<Long> timestamps = new ArrayList<>();

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
      throw new AssertionError("watermarks are the strategy's");
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
