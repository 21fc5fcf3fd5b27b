package io.github.kisfutures.simulator;

import java.time.Duration;
import java.time.Instant;

/** A time of heavy trading: how many records it still owes. */
final class Rush {
  private static final long MILLIS_PER_SECOND = 1_000;

  private final int recordsPerSecond;
  private final Instant from;
  private final Instant until;
  private long made;

  Rush(int recordsPerSecond, Instant from, Instant until) {
    this.recordsPerSecond = recordsPerSecond;
    this.from = from;
    this.until = until;
  }

  /** Records that should have been made by now, and were not. */
  long owed(Instant now) {
    Instant upTo = now.isBefore(until) ? now : until;
    return Duration.between(from, upTo).toMillis() * recordsPerSecond / MILLIS_PER_SECOND - made;
  }

  /** So many more were made. */
  void made(long records) {
    made += records;
  }

  boolean isOver(Instant now) {
    return !now.isBefore(until);
  }
}
