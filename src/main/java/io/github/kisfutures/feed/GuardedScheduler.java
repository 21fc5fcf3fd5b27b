package io.github.kisfutures.feed;

import java.time.Duration;
import java.util.function.Consumer;

/** A scheduler whose tasks tell somebody when they fail, so that no programming error is lost. */
final class GuardedScheduler implements SessionScheduler {
  private final SessionScheduler delegate;
  private final Consumer<RuntimeException> onFailure;

  GuardedScheduler(SessionScheduler delegate, Consumer<RuntimeException> onFailure) {
    this.delegate = delegate;
    this.onFailure = onFailure;
  }

  @Override
  public void execute(Runnable task) {
    delegate.execute(guarded(task));
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    return delegate.schedule(delay, guarded(task));
  }

  @Override
  public long elapsedMillis() {
    return delegate.elapsedMillis();
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        onFailure.accept(e);
      }
    };
  }
}
