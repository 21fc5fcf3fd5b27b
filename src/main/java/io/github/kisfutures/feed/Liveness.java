package io.github.kisfutures.feed;

import java.time.Duration;

/**
 * When a connection counts as dead. Any inbound frame is life ({@code docs/feed.md}, "Liveness").
 * While the hand-off is full it is we who do not read, so the time-outs count from when reading
 * went on. Times are {@link SessionScheduler#elapsedMillis}. Written by the read thread, read by
 * the session's.
 */
final class Liveness {
  private final long idleTimeoutMillis;
  private final long ackTimeoutMillis;
  private volatile long aliveAt;
  private volatile long readingSince;

  Liveness(Duration idleTimeout, Duration ackTimeout, long openedAt) {
    this.idleTimeoutMillis = idleTimeout.toMillis();
    this.ackTimeoutMillis = ackTimeout.toMillis();
    this.aliveAt = openedAt;
    this.readingSince = openedAt;
  }

  /** Something arrived. */
  void alive(long now) {
    aliveAt = now;
  }

  /** The hand-off had room again, and the socket is read on. */
  void readingAgain(long now) {
    aliveAt = now;
    readingSince = now;
  }

  /** From when on the connection is idle, if nothing arrives. */
  long idleDeadline() {
    return aliveAt + idleTimeoutMillis;
  }

  /** From when on the reply to a request is missing. */
  long ackDeadline(long requestedAt) {
    return Math.max(requestedAt, readingSince) + ackTimeoutMillis;
  }
}
