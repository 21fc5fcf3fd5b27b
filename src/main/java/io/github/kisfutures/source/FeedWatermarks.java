package io.github.kisfutures.source;

import java.time.Duration;
import java.time.InstantSource;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The project's watermarks ({@code analytics.md} section 1). Live: the later of (largest event time
 * - {@code max-out-of-orderness}) and (now - {@code max-feed-delay}), so that windows close in a
 * quiet market and while disconnected, and nobody needs idleness. Replay: event time alone.
 *
 * <p>The event-time term is emitted with the very record that moves it: event time has a resolution
 * of one second, so that is rare, and what is late does then not depend on timers.
 *
 * @param <T> record type of the source
 */
public final class FeedWatermarks<T> implements WatermarkStrategy<T> {
  private static final long serialVersionUID = 1L;

  private final @Nullable FeedDeserializer<T> timestamps;
  private final long outOfOrdernessMillis;
  private final @Nullable FeedDelay feedDelay;

  /** The clock's term. */
  private record FeedDelay(long millis, SerializableClock clock) implements java.io.Serializable {}

  /** A clock that can be shipped to the source's tasks. */
  public interface SerializableClock extends InstantSource, java.io.Serializable {}

  private FeedWatermarks(
      @Nullable FeedDeserializer<T> timestamps,
      Duration outOfOrderness,
      @Nullable FeedDelay feedDelay) {
    this.timestamps = timestamps;
    this.outOfOrdernessMillis = outOfOrderness.toMillis();
    this.feedDelay = feedDelay;
  }

  /** For live sessions: driven by event time and by the clock, whichever is later. */
  public static <T> FeedWatermarks<T> live(
      FeedDeserializer<T> timestamps,
      Duration outOfOrderness,
      Duration maxFeedDelay,
      SerializableClock clock) {
    return new FeedWatermarks<>(
        timestamps, outOfOrderness, new FeedDelay(maxFeedDelay.toMillis(), clock));
  }

  /** As {@link #live}, for records that do not tell their timestamp: the source's own counts. */
  public static <T> FeedWatermarks<T> liveStamped(
      Duration outOfOrderness, Duration maxFeedDelay, SerializableClock clock) {
    return new FeedWatermarks<>(
        null, outOfOrderness, new FeedDelay(maxFeedDelay.toMillis(), clock));
  }

  /** For captures: driven by event time alone. */
  public static <T> FeedWatermarks<T> replay(
      FeedDeserializer<T> timestamps, Duration outOfOrderness) {
    return new FeedWatermarks<>(timestamps, outOfOrderness, null);
  }

  @Override
  public TimestampAssigner<T> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
    FeedDeserializer<T> told = timestamps;
    return told == null
        ? (emitted, timestamp) -> timestamp
        : (emitted, timestamp) -> told.timestamp(emitted);
  }

  @Override
  public WatermarkGenerator<T> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    return new Generator();
  }

  private final class Generator implements WatermarkGenerator<T> {
    private long largestEventTime = FeedDeserializer.NO_TIMESTAMP;

    @Override
    public void onEvent(T event, long eventTime, WatermarkOutput output) {
      if (eventTime > largestEventTime) {
        largestEventTime = eventTime;
        output.emitWatermark(new Watermark(eventTime - outOfOrdernessMillis));
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      if (feedDelay == null) {
        return;
      }
      long byClock = feedDelay.clock().millis() - feedDelay.millis();
      long byEventTime = largestEventTime - outOfOrdernessMillis;
      boolean noEvent = largestEventTime == FeedDeserializer.NO_TIMESTAMP;
      output.emitWatermark(new Watermark(noEvent ? byClock : Math.max(byClock, byEventTime)));
    }
  }
}
