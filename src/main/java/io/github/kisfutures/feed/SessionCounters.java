package io.github.kisfutures.feed;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A session's numbers: written by its threads, read by anybody. */
final class SessionCounters {
  final AtomicInteger connectionsOpened = new AtomicInteger();
  final AtomicLong framesReceived = new AtomicLong();
  final AtomicLong controlMessages = new AtomicLong();
  final AtomicLong lastFrameAtMillis = new AtomicLong();

  SessionStatistics snapshot(SessionState state, BackoffProgress backoff) {
    return new SessionStatistics(
        state.isConnected(),
        Math.max(0, connectionsOpened.get() - 1),
        framesReceived.get(),
        controlMessages.get(),
        lastFrameAtMillis.get(),
        backoff);
  }
}
