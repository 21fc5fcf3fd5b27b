package io.github.kisfutures.source;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/** The wall clock, for what runs in a task and is handed none. */
public record SystemClock() implements InstantSource, Serializable {
  @Override
  public Instant instant() {
    return Clock.systemUTC().instant();
  }
}
