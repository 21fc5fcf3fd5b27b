package io.github.kisfutures.feed;

/** What the parts of one session share. */
record SessionContext(
    String name,
    FeedSettings settings,
    FeedEnvironment environment,
    HandOff handOff,
    SessionCounters counters) {

  SessionScheduler scheduler() {
    return environment.scheduler();
  }

  /** Wall clock, milliseconds since the epoch. */
  long nowMillis() {
    return environment.clock().millis();
  }

  /** {@link SessionScheduler#elapsedMillis}. */
  long elapsedMillis() {
    return environment.scheduler().elapsedMillis();
  }
}
