package io.github.kisfutures.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time since a start.
 *
 * @param clock what the time is
 * @param start when it was started
 */
record Stopwatch(InstantSource clock, Instant start) {
  /** Longer than anybody waits. */
  static final Duration FOREVER = Duration.ofDays(36_500);

  static Stopwatch start(InstantSource clock) {
    return new Stopwatch(clock, clock.instant());
  }

  Duration elapsed() {
    return Duration.between(start, clock.instant());
  }
}
