package io.github.kisfutures.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

/** Virtual time: nothing runs but in {@link #run} and {@link #advance}. Also the wall clock. */
public final class ManualScheduler implements SessionScheduler, InstantSource {
  /** What the clock shows first: 09:00 in Korea. */
  public static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private record Timer(long at, long order, Runnable task) {}

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::order));
  private long now;
  private long order;
  private boolean closed;

  /** Lets timers overtake the tasks given to execute. */
  boolean holdingTasks;

  @Override
  public synchronized void execute(Runnable task) {
    requireOpen();
    tasks.add(task);
  }

  @Override
  public synchronized Cancellable schedule(Duration delay, Runnable task) {
    requireOpen();
    Timer timer = new Timer(now + delay.toMillis(), order++, task);
    timers.add(timer);
    return () -> timers.remove(timer);
  }

  @Override
  public synchronized long elapsedMillis() {
    return now;
  }

  @Override
  public Instant instant() {
    return START.plusMillis(elapsedMillis());
  }

  @Override
  public synchronized void close() {
    closed = true;
    timers.clear();
  }

  public int pendingTimers() {
    return timers.size();
  }

  /** Runs what is due now. */
  public void run() {
    for (Runnable task = next(now); task != null; task = next(now)) {
      task.run();
    }
  }

  /** Time passes for somebody who does something for so long: nothing runs meanwhile. */
  void pass(Duration time) {
    now += time.toMillis();
  }

  /** Lets time pass, running everything at its time. */
  public void advance(Duration time) {
    long end = now + time.toMillis();
    for (Runnable task = next(end); task != null; task = next(end)) {
      task.run();
    }
    now = end;
  }

  private synchronized Runnable next(long until) {
    if (!tasks.isEmpty() && !holdingTasks) {
      return tasks.remove();
    }
    if (timers.isEmpty() || timers.peek().at() > until) {
      return null;
    }
    Timer timer = timers.remove();
    now = Math.max(now, timer.at());
    return timer.task();
  }

  private void requireOpen() {
    if (closed) {
      throw new RejectedExecutionException("closed");
    }
  }
}
