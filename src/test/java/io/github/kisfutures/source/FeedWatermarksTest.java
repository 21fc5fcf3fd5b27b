package io.github.kisfutures.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedWatermarksTest {
  private static final long NINE = Instant.parse("2026-07-10T00:00:00Z").toEpochMilli();
  private static final long SECOND = 1000;
  private static final WatermarkGeneratorSupplier.Context NO_CONTEXT =
      new WatermarkGeneratorSupplier.Context() {
        @Override
        public MetricGroup getMetricGroup() {
          return UnregisteredMetricsGroup.createOperatorMetricGroup();
        }

        @Override
        public RelativeClock getInputActivityClock() {
          throw new AssertionError("the strategy brings its own clock");
        }
      };

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
          .createWatermarkGenerator(NO_CONTEXT);
  private final WatermarkGenerator<FeedRecord> replay =
      FeedWatermarks.replay(new FeedRecordDeserializer(), Duration.ofSeconds(2))
          .createWatermarkGenerator(NO_CONTEXT);

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
    WatermarkGenerator<FeedRecord> first = strategy.createWatermarkGenerator(NO_CONTEXT);
    WatermarkGenerator<FeedRecord> second = strategy.createWatermarkGenerator(NO_CONTEXT);

    first.onEvent(trade, NINE, output);
    second.onEvent(trade, NINE - SECOND, output);

    assertThat(output.emitted).containsExactly(NINE - 2 * SECOND, NINE - 3 * SECOND);
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

    shipped.createWatermarkGenerator(NO_CONTEXT).onPeriodicEmit(output);

    assertThat(output.emitted).containsExactly(NINE - 5 * SECOND);
  }
}
