package io.github.kisfutures.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What has to be ended before the JVM goes, whether its command is done, has failed or was
 * interrupted: the last begun first, each once.
 */
final class OnExit {
  private static final Deque<Step> STEPS = new ArrayDeque<>();
  private static volatile boolean interrupted;

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  interrupted = true;
                  run();
                },
                "on-interrupt"));
  }

  private OnExit() {}

  /** Something that is ended when the JVM goes, unless it has ended before. */
  static Step add(Runnable end) {
    Step step = new Step(end);
    synchronized (STEPS) {
      STEPS.push(step);
    }
    return step;
  }

  /** Ends everything; a second thread that calls it waits for the first. */
  static synchronized void run() {
    for (Step step = pop(); step != null; step = pop()) {
      try {
        step.end.run();
      } catch (RuntimeException e) {
        System.err.println(
            "kis-futures: " + FailureMessage.of(e)); // the others are ended all the same
      }
    }
  }

  private static @Nullable Step pop() {
    synchronized (STEPS) {
      return STEPS.poll();
    }
  }

  /** Whether the JVM is going down: what fails from now on fails because of that. */
  static boolean isInterrupted() {
    return interrupted;
  }

  /** Something to be ended; closed, it has ended by itself. */
  static final class Step implements AutoCloseable {
    private final Runnable end;

    private Step(Runnable end) {
      this.end = end;
    }

    @Override
    public void close() {
      synchronized (STEPS) {
        STEPS.remove(this);
      }
    }
  }
}
