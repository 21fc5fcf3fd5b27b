package io.github.kisfutures.source;

import java.time.Clock;
import java.time.Instant;

/** The wall clock, as watermarks of the live feed need it. */
public record SystemClock() implements FeedWatermarks.SerializableClock {
  @Override
  public Instant instant() {
    return Clock.systemUTC().instant();
  }
}
