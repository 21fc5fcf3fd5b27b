package io.github.kisfutures.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Watches a connection for silence ({@code docs/feed.md}, "Liveness"). While the hand-off is full
 * it is we who do not read, which is not silence. On the session's thread only.
 */
final class IdleWatch {
  private final SessionContext context;
  private final Runnable onIdle;
  private SessionScheduler.@Nullable Cancellable timer;

  IdleWatch(SessionContext context, Runnable onIdle) {
    this.context = context;
    this.onIdle = onIdle;
  }

  void begin(Liveness liveness) {
    stop();
    watch(liveness, liveness.idleDeadline() - context.elapsedMillis());
  }

  void stop() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void watch(Liveness liveness, long millis) {
    timer =
        context.scheduler().schedule(Duration.ofMillis(Math.max(1, millis)), () -> check(liveness));
  }

  private void check(Liveness liveness) {
    long left = liveness.idleDeadline() - context.elapsedMillis();
    if (context.handOff().isFull()) {
      watch(liveness, context.settings().idleTimeout().toMillis());
    } else if (left > 0) {
      watch(liveness, left);
    } else {
      timer = null;
      onIdle.run();
    }
  }
}
