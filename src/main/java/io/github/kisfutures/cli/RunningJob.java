package io.github.kisfutures.cli;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.jspecify.annotations.Nullable;

/**
 * A job in the embedded cluster: waits for its end, or ends it. Ctrl-C cancels the job and lets it close
 * its files before the JVM goes.
 */
final class RunningJob implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final JobClient client;
  private final CompletableFuture<JobExecutionResult> result;
  private final Thread onInterrupt;
  private volatile boolean ended;

  /** A submitted job; {@code afterCancel} runs when Ctrl-C has ended it. */
  RunningJob(JobClient client, Runnable afterCancel) {
    this.client = client;
    this.result = client.getJobExecutionResult();
    this.onInterrupt =
        new Thread(
            () -> {
              if (!ended) {
                cancel();
                afterCancel.run();
              }
            },
            "on-interrupt");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
  }

  /** Running totals; empty while the job does not say. */
  Map<String, Object> totals() {
    try {
      return client.getAccumulators().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    } catch (ExecutionException | TimeoutException e) {
      return Map.of();
    }
  }

  /** Whether the job has ended, for whatever reason. */
  boolean isDone() {
    return result.isDone();
  }

  /** Waits for the end; its result, or null if it was cancelled. */
  @Nullable JobExecutionResult await() throws Exception {
    try {
      return result.get();
    } catch (CancellationException e) {
      return null;
    } catch (ExecutionException e) {
      if (isCancellation(e)) {
        return null;
      }
      throw e;
    }
  }

  /** Waits until the job ends or the time is up; true if it has ended. */
  boolean await(Duration time) throws Exception {
    try {
      result.get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /** Cancels the job and waits for its end. */
  void cancel() {
    try {
      client.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      result.handle((done, thrown) -> true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      System.err.println("kis-futures: the job did not stop in time: " + FailureMessage.of(e));
    }
  }

  private static boolean isCancellation(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t.getClass().getSimpleName().equals("JobCancellationException")) {
        return true;
      }
    }
    return false;
  }

  /** The job has ended: Ctrl-C has nothing to do any more. */
  @Override
  public void close() {
    ended = true;
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException e) {
      ended = true; // the JVM is going down already
    }
  }
}
