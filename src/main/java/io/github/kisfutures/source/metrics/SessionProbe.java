package io.github.kisfutures.source.metrics;

import io.github.kisfutures.feed.SessionStatistics;

/** The feed's side of a running session, asked by the thread that reports metrics. */
public interface SessionProbe {
  /** The session's own numbers. */
  SessionStatistics statistics();

  /** Frames and events received and not read yet; long frames count as several. */
  long queueSize();

  /** How long that queue has been full, all times together, milliseconds. */
  long queueFullTimeMillis();

  /** The wall clock of receive times, milliseconds since the epoch. */
  long nowMillis();
}
