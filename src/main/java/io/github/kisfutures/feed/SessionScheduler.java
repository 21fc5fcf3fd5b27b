package io.github.kisfutures.feed;

import java.time.Duration;

/**
 * Runs the tasks of a session one after the other, never two at a time, and owns its time. A task
 * sees what earlier tasks did.
 */
public interface SessionScheduler extends AutoCloseable {

  /**
   * Runs the task after those already given; never in the caller's stack.
   *
   * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
   */
  void execute(Runnable task);

  /**
   * Runs the task once, after the delay.
   *
   * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
   */
  Cancellable schedule(Duration delay, Runnable task);

  /** Milliseconds since some fixed moment; never runs backwards, unlike a wall clock. */
  long elapsedMillis();

  /** Runs the tasks already given, drops the delayed ones, and takes no more. Does not block. */
  @Override
  default void close() {}

  /** A task that was scheduled. */
  @FunctionalInterface
  interface Cancellable {
    /** The task will not run if it has not begun. Called from a task, that is certain. */
    void cancel();
  }
}
