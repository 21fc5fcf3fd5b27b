package io.github.kisfutures.feed;

import java.time.Duration;

/** Durations for people. */
final class Durations {
  private static final int SECOND = 1000;

  private Durations() {}

  /** Such as {@code 350 ms}, {@code 6.2 s}. */
  static String text(Duration duration) {
    long millis = duration.toMillis();
    if (millis < SECOND) {
      return millis + " ms";
    }
    long tenths = millis % SECOND / 100;
    return millis / SECOND + (tenths == 0 ? "" : "." + tenths) + " s";
  }
}
