package io.github.kisfutures.source.watermarks;

import io.github.kisfutures.source.RecordOutput;
import java.time.Duration;

/**
 * What time it is, by a wall clock whose steps are not believed. It is looked at together with a
 * monotonic clock; where the two have moved apart by more than {@value #MAX_DRIFT_MILLIS} ms since
 * the look before, the wall clock was stepped.
 *
 * <p>After a step forward, time goes on as the monotonic clock does, until a confirmed event time
 * is later: then it is that time, and the wall clock again once it is no further ahead than the
 * feed may be late. A step back is followed at once. Not thread-safe.
 */
public final class BelievedClock {
  /** A wall clock that is corrected gently moves less than this between two looks. */
  private static final long MAX_DRIFT_MILLIS = 1_000;

  private final long maxFeedDelayMillis;
  private boolean looked;
  private long wall;
  private long monotonic;

  /** How far the wall clock is ahead of what is believed; 0 while it is believed. */
  private long unbelieved;

  /**
   * A clock that nobody has looked at yet.
   *
   * @param maxFeedDelay how much later than its event time a trade may arrive
   */
  public BelievedClock(Duration maxFeedDelay) {
    this.maxFeedDelayMillis = maxFeedDelay.toMillis();
  }

  /**
   * Looks at both clocks.
   *
   * @param wallMillis wall clock, milliseconds since the epoch
   * @param monotonicMillis milliseconds since some fixed moment, never backwards
   * @return by how much the wall clock was stepped since the last look: positive forward, negative
   *     back, zero if it was not
   */
  public Duration look(long wallMillis, long monotonicMillis) {
    long step = looked ? (wallMillis - wall) - (monotonicMillis - monotonic) : 0;
    looked = true;
    wall = wallMillis;
    monotonic = monotonicMillis;
    if (Math.abs(step) <= MAX_DRIFT_MILLIS) {
      return Duration.ZERO;
    }
    unbelieved = Math.max(0, unbelieved + step);
    if (unbelieved <= MAX_DRIFT_MILLIS) {
      unbelieved = 0; // stepped back to where it belongs
    }
    return Duration.ofMillis(step);
  }

  /** The believed time at the last look, milliseconds since the epoch. */
  public long millis() {
    return looked ? wall - unbelieved : RecordOutput.NO_TIME;
  }

  /**
   * Event time was confirmed.
   *
   * @param eventTimeMillis milliseconds since the epoch
   */
  public void confirmed(long eventTimeMillis) {
    if (unbelieved > 0 && eventTimeMillis > millis()) {
      long ahead = wall - eventTimeMillis;
      unbelieved = ahead > maxFeedDelayMillis ? ahead : 0;
    }
  }
}
