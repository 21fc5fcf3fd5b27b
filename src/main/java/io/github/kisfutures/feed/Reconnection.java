package io.github.kisfutures.feed;

import java.time.Duration;

/**
 * When a session may connect again: its back-off, and what of it outlives a restart of the job.
 * Decides on the session's thread; {@link #progress} may be read by any.
 */
final class Reconnection {
  private final SessionContext context;
  private final SessionPast past;
  private final Backoff backoff;

  /** When the session became LIVE, or -1. */
  private volatile long liveSince = -1;

  /** The wait before the current connection. */
  private volatile Duration lastWait = Duration.ZERO;

  private volatile BackoffProgress lastProgress;

  Reconnection(SessionContext context, SessionPast past) {
    this.context = context;
    this.past = past;
    this.lastProgress = past.backoff();
    this.backoff =
        new Backoff(settings(context), context.environment().random(), past.backoff().failures());
  }

  private static ReconnectSettings settings(SessionContext context) {
    return context.settings().reconnect();
  }

  /** The session is LIVE. */
  void live() {
    liveSince = context.elapsedMillis();
  }

  /** What is left of the wait in which the job was restarted, or that after one more failure. */
  Duration afterRestart() {
    ReconnectSettings reconnect = settings(context);
    long left = past.backoff().notBeforeMillis() - context.nowMillis();
    long longest = Math.max(reconnect.maxDelay().toMillis(), 2 * reconnect.inUseDelay().toMillis());
    boolean waited = left > 0 && left <= longest; // or else the clock was set
    return noted(
        waited
            ? Duration.ofMillis(Math.max(left, reconnect.initialDelay().toMillis()))
            : backoff.next());
  }

  /** The wait after one more failure, at least a floor. */
  Duration afterFailure(Duration floor) {
    return noted(backoff.next(floor));
  }

  /**
   * The connection is over. If the session had been LIVE for a while, the back-off begins anew: for
   * the idle time-out, and for longer than it had waited before. A server that accepts and soon
   * drops must not be met with the shortest wait again and again.
   */
  void lost() {
    if (wentWell()) {
      backoff.reset();
    }
    liveSince = -1;
  }

  /** What a checkpoint must know. */
  BackoffProgress progress() {
    return wentWell() ? BackoffProgress.NONE : lastProgress;
  }

  private boolean wentWell() {
    long since = liveSince;
    long live = context.elapsedMillis() - since;
    return since >= 0
        && live >= context.settings().idleTimeout().toMillis()
        && live >= lastWait.toMillis();
  }

  private Duration noted(Duration wait) {
    lastWait = wait;
    lastProgress = new BackoffProgress(backoff.failures(), context.nowMillis() + wait.toMillis());
    return wait;
  }
}
