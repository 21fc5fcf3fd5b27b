package io.github.kisfutures.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential back-off: waits double from the initial to the maximal delay, each plus or minus a
 * random share. Every wait lies within [initial, max]: the random interval is placed inside these
 * bounds, not cut off at them, so that many sessions spread and yet none is faster than KIS allows
 * ({@code docs/feed.md}, "Limits"). Not thread-safe.
 */
final class Backoff {
  private final double initialMillis;
  private final double maxMillis;
  private final double jitter;
  private final RandomGenerator random;
  private int failures;

  Backoff(ReconnectSettings settings, RandomGenerator random) {
    this(settings, random, 0);
  }

  /** Goes on after so many failures. */
  Backoff(ReconnectSettings settings, RandomGenerator random, int failures) {
    this.initialMillis = settings.initialDelay().toMillis();
    this.maxMillis = settings.maxDelay().toMillis();
    this.jitter = settings.jitter();
    this.random = random;
    this.failures = Math.min(Math.max(0, failures), Long.SIZE);
  }

  /** The wait after one more failure. */
  Duration next() {
    return next(Duration.ZERO);
  }

  /** The wait after one more failure, not below a floor; above the floor it is spread too. */
  Duration next(Duration floor) {
    double middle =
        Math.min(initialMillis / (1 - jitter) * Math.pow(2, failures), maxMillis / (1 + jitter));
    double share = jitter * (2 * random.nextDouble() - 1);
    double wait = Math.max(initialMillis, Math.min(maxMillis, middle * (1 + share)));
    double least = floor.toMillis() * (1 + (share + jitter) / 2);
    failures = Math.min(failures + 1, Long.SIZE);
    return Duration.ofMillis((long) Math.ceil(Math.max(wait, least)));
  }

  /** Failures in a row so far. */
  int failures() {
    return failures;
  }

  /** Begins again at the initial delay; to be called only after things went well for a while. */
  void reset() {
    failures = 0;
  }
}
