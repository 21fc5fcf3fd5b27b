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
 * <p>The clock must not overtake what waits in our own queues, or a sink that pauses would make
 * every trade behind it late: while there is a backlog, <em>now</em> is the receive time that
 * processing has reached ({@link Backlog}).
 *
 * <p>The event-time term is emitted with the very record that moves it: event time has a resolution
 * of one second, so that is rare, and what is late does then not depend on timers.
 *
 * @param <T> record type of the source
 */
public final class FeedWatermarks<T> implements WatermarkStrategy<T> {
  private static final long serialVersionUID = 1L;

  private final FeedDeserializer<T> timestamps;
  private final long outOfOrdernessMillis;
  private final @Nullable FeedDelay feedDelay;

  /** Shared by the generators of a subtask: Flink makes them all from one copy of the strategy. */
  private transient @Nullable Backlog backlog;

  /** The clock's term. */
  private record FeedDelay(long millis, SerializableClock clock) implements java.io.Serializable {}

  /** A clock that can be shipped to the source's tasks. */
  public interface SerializableClock extends InstantSource, java.io.Serializable {}

  private FeedWatermarks(
      FeedDeserializer<T> timestamps, Duration outOfOrderness, @Nullable FeedDelay feedDelay) {
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

  /** For captures: driven by event time alone. */
  public static <T> FeedWatermarks<T> replay(
      FeedDeserializer<T> timestamps, Duration outOfOrderness) {
    return new FeedWatermarks<>(timestamps, outOfOrderness, null);
  }

  @Override
  public TimestampAssigner<T> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
    return (emitted, timestamp) -> timestamps.timestamp(emitted);
  }

  @Override
  public WatermarkGenerator<T> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    FeedDelay delay = feedDelay;
    if (delay == null) {
      return new ReplayGenerator();
    }
    Backlog shared = backlog;
    if (shared == null) {
      shared = new Backlog();
      backlog = shared;
    }
    return new LiveGenerator(delay, shared, shared.input(context.getInputActivityClock()));
  }

  /** Event time alone. */
  private class ReplayGenerator implements WatermarkGenerator<T> {
    private long largestEventTime = FeedDeserializer.NO_TIMESTAMP;

    @Override
    public void onEvent(T event, long eventTime, WatermarkOutput output) {
      if (eventTime > largestEventTime) {
        largestEventTime = eventTime;
        output.emitWatermark(new Watermark(eventTime - outOfOrdernessMillis));
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}

    final long latest(long byClock) {
      return largestEventTime == FeedDeserializer.NO_TIMESTAMP
          ? byClock
          : Math.max(byClock, largestEventTime - outOfOrdernessMillis);
    }
  }

  /** Event time or the clock. */
  private final class LiveGenerator extends ReplayGenerator {
    private final FeedDelay delay;
    private final Backlog backlog;
    private final Backlog.Input input;

    LiveGenerator(FeedDelay delay, Backlog backlog, Backlog.Input input) {
      this.delay = delay;
      this.backlog = backlog;
      this.input = input;
    }

    @Override
    public void onEvent(T event, long eventTime, WatermarkOutput output) {
      input.reached(timestamps.receivedAt(event));
      super.onEvent(event, eventTime, output);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      long now = backlog.reached(delay.clock().millis());
      output.emitWatermark(new Watermark(latest(now - delay.millis())));
    }
  }
}
