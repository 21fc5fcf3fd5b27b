package io.github.kisfutures.source.watermarks;

import io.github.kisfutures.source.RecordOutput;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * The watermark of a live session: the later of (confirmed event time - {@code
 * max-out-of-orderness}) and (now - {@code max-feed-delay}), so that windows close in a quiet
 * market and while disconnected, and nobody needs idleness. It moves behind a frame that confirms,
 * and when the clock is looked at; it never goes back.
 *
 * <p>The clock must not overtake what waits in our own queues, or a sink that pauses would make
 * every trade behind it late. So looks at the clock come through the same queue as the frames. Not
 * thread-safe.
 */
public final class SessionWatermark {
  private final WatermarkSettings settings;
  private final BelievedClock clock;
  private final ConfirmedTime confirmed = new ConfirmedTime();
  private long emitted = RecordOutput.NO_TIME;

  /**
   * A watermark that has not begun.
   *
   * @param clock shared by the sessions that are processed by the same thread
   */
  public SessionWatermark(WatermarkSettings settings, BelievedClock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A frame was processed, its last record included.
   *
   * @param largestEventTime of the trades asked for in it; {@link RecordOutput#NO_TIME} if it holds
   *     none
   */
  public void frame(long largestEventTime, WatermarkOutput output) {
    if (confirmed.frame(largestEventTime)) {
      clock.confirmed(confirmed.millis());
      emit(confirmed.millis() - settings.maxOutOfOrderness().toMillis(), output);
    }
  }

  /**
   * The clocks were looked at, behind all frames that had come before.
   *
   * @param wallMillis wall clock, milliseconds since the epoch
   * @param monotonicMillis milliseconds since some fixed moment, never backwards
   * @return by how much the wall clock was stepped since the last look; zero if it was not
   */
  public Duration look(long wallMillis, long monotonicMillis, WatermarkOutput output) {
    Duration step = clock.look(wallMillis, monotonicMillis);
    emit(clock.millis() - settings.maxFeedDelay().toMillis(), output);
    return step;
  }

  private void emit(long watermark, WatermarkOutput output) {
    if (watermark > emitted) {
      emitted = watermark;
      output.emitWatermark(new Watermark(watermark));
    }
  }
}
