package io.github.kisfutures.simulator;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs something again and again; the seam for virtual time. */
@FunctionalInterface
public interface TickScheduler {

  /**
   * Runs {@code tick} every {@code period} until the handle is closed. The runs do not overlap, and
   * none is under way once the handle is closed.
   */
  Handle every(Duration period, Runnable tick);

  /** Ends the repetition. */
  @FunctionalInterface
  interface Handle extends AutoCloseable {
    @Override
    void close();
  }

  /** Real time, on a daemon thread of its own. */
  static TickScheduler realTime() {
    return (period, tick) -> {
      ScheduledExecutorService executor =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "kis-simulator");
                thread.setDaemon(true);
                return thread;
              });
      // the handle below ends it
      var unused = executor.scheduleWithFixedDelay(tick, 0, period.toNanos(), TimeUnit.NANOSECONDS);
      return () -> {
        executor.shutdown();
        try {
          executor.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      };
    };
  }
}
