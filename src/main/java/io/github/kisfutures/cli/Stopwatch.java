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
  static Stopwatch start(InstantSource clock) {
    return new Stopwatch(clock, clock.instant());
  }

  Duration elapsed() {
    return Duration.between(start, clock.instant());
  }
}
