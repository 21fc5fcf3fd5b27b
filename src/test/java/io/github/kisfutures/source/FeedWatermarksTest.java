package io.github.kisfutures.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.ActivityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedWatermarksTest {
  private static final long NINE = Instant.parse("2026-07-10T00:00:00Z").toEpochMilli();
  private static final long SECOND = 1000;

  /** What Flink's activity clock shows: time in which the source was not held up. */
  private long active;

  private final ActivityClock context = new ActivityClock(() -> active);

  /** A clock whose hand the test turns; static, for the strategy is shipped by serialization. */
  private static final class HandClock implements FeedWatermarks.SerializableClock {
    private static final long serialVersionUID = 1L;
    private static long now;

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(now);
    }
  }

  private static final class Output implements WatermarkOutput {
    private final List<Long> emitted = new ArrayList<>();

    @Override
    public void emitWatermark(Watermark watermark) {
      emitted.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
      throw new AssertionError("a quiet feed is not idle");
    }

    @Override
    public void markActive() {
      throw new AssertionError("a feed is never idle");
    }

    long last() {
      return emitted.get(emitted.size() - 1);
    }
  }

  private final Output output = new Output();
  private final FeedRecord trade = new FeedRecord.Trade(Samples.trade());
  private final WatermarkGenerator<FeedRecord> live =
      FeedWatermarks.live(
              new FeedRecordDeserializer(),
              Duration.ofSeconds(2),
              Duration.ofSeconds(5),
              new HandClock())
          .createWatermarkGenerator(context);
  private final WatermarkGenerator<FeedRecord> replay =
      FeedWatermarks.replay(new FeedRecordDeserializer(), Duration.ofSeconds(2))
          .createWatermarkGenerator(context);

  @BeforeEach
  void startTheClock() {
    HandClock.now = NINE;
  }

  @Test
  void aTradeMovesTheLiveWatermarkAtOnce() {
    live.onEvent(trade, NINE, output);

    assertThat(output.emitted).containsExactly(NINE - 2 * SECOND);
  }

  @Test
  void theClockMovesItInAQuietMarketAndBeforeTheFirstTrade() {
    live.onPeriodicEmit(output);
    assertThat(output.last()).isEqualTo(NINE - 5 * SECOND);

    HandClock.now = NINE + 60 * SECOND;
    live.onPeriodicEmit(output);
    assertThat(output.last()).isEqualTo(NINE + 55 * SECOND);
  }

  @Test
  void theLaterOfTradesAndClockCounts() {
    live.onEvent(trade, NINE - SECOND, output);
    live.onPeriodicEmit(output);
    assertThat(output.last()).as("trades").isEqualTo(NINE - 3 * SECOND);

    HandClock.now = NINE + 2 * SECOND;
    live.onPeriodicEmit(output);
    assertThat(output.last()).as("both alike").isEqualTo(NINE - 3 * SECOND);

    HandClock.now = NINE + 3 * SECOND;
    live.onPeriodicEmit(output);
    assertThat(output.last()).as("clock").isEqualTo(NINE - 2 * SECOND);
  }

  @Test
  void aTradeOutOfOrderDoesNotMoveIt() {
    for (WatermarkGenerator<FeedRecord> generator : List.of(live, replay)) {
      generator.onEvent(trade, NINE, output);
      int before = output.emitted.size();
      generator.onEvent(trade, NINE - SECOND, output);
      generator.onEvent(trade, NINE, output);

      assertThat(output.emitted).hasSize(before);
    }
  }

  @Test
  void aRecordWithoutEventTimeDoesNotMoveIt() {
    FeedRecord event = new FeedRecord.Happened(Samples.event());
    for (WatermarkGenerator<FeedRecord> generator : List.of(live, replay)) {
      generator.onEvent(event, FeedDeserializer.NO_TIMESTAMP, output);

      assertThat(output.emitted).isEmpty();
    }
  }

  @Test
  void aReplayIsDrivenByEventTimeAlone() {
    HandClock.now = NINE + 3600 * SECOND;
    replay.onPeriodicEmit(output);
    assertThat(output.emitted).isEmpty();

    replay.onEvent(trade, NINE, output);
    replay.onPeriodicEmit(output);
    assertThat(output.emitted).containsExactly(NINE - 2 * SECOND);
  }

  @Test
  void everyGeneratorCountsForItself() {
    FeedWatermarks<FeedRecord> strategy =
        FeedWatermarks.replay(new FeedRecordDeserializer(), Duration.ofSeconds(2));
    WatermarkGenerator<FeedRecord> first = strategy.createWatermarkGenerator(context);
    WatermarkGenerator<FeedRecord> second = strategy.createWatermarkGenerator(context);

    first.onEvent(trade, NINE, output);
    second.onEvent(trade, NINE - SECOND, output);

    assertThat(output.emitted).containsExactly(NINE - 2 * SECOND, NINE - 3 * SECOND);
  }

  @Test
  void theClockWaitsForWhatStillWaitsInOurQueues() {
    long received = Samples.trade().receipt().receivedAtMillis();
    HandClock.now = received;
    live.onEvent(trade, NINE, output);

    HandClock.now = received + 60 * SECOND; // held up by a sink: no active time has passed
    live.onPeriodicEmit(output);
    assertThat(output.last()).as("held up").isEqualTo(received - 5 * SECOND);

    active = 999; // going on, and the next record will come from the queue
    live.onPeriodicEmit(output);
    assertThat(output.last()).as("reading again").isEqualTo(received + 999 - 5 * SECOND);

    active = 1000;
    live.onPeriodicEmit(output);
    assertThat(output.last()).as("nothing waits").isEqualTo(HandClock.now - 5 * SECOND);
  }

  @Test
  void theClockOfASubtaskWaitsForTheSplitThatIsFarthestBehind() {
    FeedWatermarks<FeedRecord> strategy =
        FeedWatermarks.live(
            new FeedRecordDeserializer(),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            new HandClock());
    WatermarkGenerator<FeedRecord> subtask = strategy.createWatermarkGenerator(context);
    WatermarkGenerator<FeedRecord> split = strategy.createWatermarkGenerator(context);
    WatermarkGenerator<FeedRecord> other = strategy.createWatermarkGenerator(context);
    long received = Samples.trade().receipt().receivedAtMillis();
    split.onEvent(trade, NINE, output);
    HandClock.now = received + 60 * SECOND;

    for (WatermarkGenerator<FeedRecord> generator : List.of(subtask, other)) {
      generator.onPeriodicEmit(output);
      assertThat(output.last()).isEqualTo(received - 5 * SECOND);
    }
    active = 1000;
    subtask.onPeriodicEmit(output);
    assertThat(output.last()).isEqualTo(HandClock.now - 5 * SECOND);
  }

  @Test
  void theTimestampIsTheEventTimeOfATrade() {
    FeedWatermarks<FeedRecord> strategy =
        FeedWatermarks.replay(new FeedRecordDeserializer(), Duration.ofSeconds(2));
    var assigner = strategy.createTimestampAssigner(() -> null);

    assertThat(assigner.extractTimestamp(trade, 1)).isEqualTo(Samples.trade().eventTimeMillis());
    assertThat(assigner.extractTimestamp(new FeedRecord.Progress(1, 1), 1))
        .isEqualTo(FeedDeserializer.NO_TIMESTAMP);
  }

  @Test
  void travelsWithTheJob() throws Exception {
    FeedWatermarks<FeedRecord> shipped =
        InstantiationUtil.clone(
            FeedWatermarks.live(
                new FeedRecordDeserializer(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                new HandClock()));

    shipped.createWatermarkGenerator(context).onPeriodicEmit(output);

    assertThat(output.emitted).containsExactly(NINE - 5 * SECOND);
  }
}
