package io.github.kisfutures.cli;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/**
 * A job in the embedded cluster: waits for its end, or ends it. Ctrl-C stops the job, too, and lets
 * it close its files before the JVM goes.
 */
final class RunningJob implements AutoCloseable {
  private static final long PATIENCE_SECONDS = JobStop.PATIENCE_SECONDS;

  private final JobClient client;
  private final JobStop how;
  private final CompletableFuture<JobExecutionResult> result;
  private final Consumer<Map<String, Object>> onStop;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean stopped;
  private final OnExit.Step onExit;

  private RunningJob(JobClient client, JobStop how, Consumer<Map<String, Object>> onStop) {
    this.client = client;
    this.how = how;
    this.result = client.getJobExecutionResult();
    this.onStop = onStop;
    this.onExit = OnExit.add(this::stop);
  }

  /**
   * Submits a job.
   *
   * @param how it is stopped before its end, by us or by Ctrl-C
   * @param onStop gets the totals when it is
   */
  static RunningJob start(
      StreamExecutionEnvironment env, JobStop how, Consumer<Map<String, Object>> onStop)
      throws Exception {
    return of(env.executeAsync(), how, onStop);
  }

  /**
   * A job that was submitted.
   *
   * @param how it is stopped before its end, by us or by Ctrl-C
   * @param onStop gets the totals when it is
   */
  static RunningJob of(JobClient client, JobStop how, Consumer<Map<String, Object>> onStop) {
    return new RunningJob(client, how, onStop);
  }

  /** Whether somebody has stopped it, or begun to. */
  boolean isStopped() {
    return stopped;
  }

  /** Running totals; empty while the job does not say. */
  Map<String, Object> totals() {
    try {
      return client.getAccumulators().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      return Map.of(); // the last: the job has ended since, and the embedded cluster with it
    }
  }

  /** Waits for the end; its result, or null if it was cancelled. */
  @Nullable JobExecutionResult await() throws Exception {
    try {
      return result.get();
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
    } catch (ExecutionException e) {
      if (isCancellation(e)) {
        return true;
      }
      throw e;
    }
  }

  /** Stops the job, waits until it has ended, and tells its totals; once. */
  void stop() {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    stopped = true;
    Map<String, Object> totals = totals();
    try {
      how.stop(client);
      Map<String, Object> before = totals;
      totals =
          result
              .handle((done, thrown) -> done == null ? before : done.getAllAccumulatorResults())
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      System.err.println("kis-futures: the job did not stop in time: " + FailureMessage.of(e));
    }
    onStop.accept(totals);
  }

  private static boolean isCancellation(Throwable thrown) {
    return ExceptionUtils.findThrowable(thrown, JobCancellationException.class).isPresent();
  }

  /** The job has ended: Ctrl-C has nothing to do any more. */
  @Override
  public void close() {
    ended.set(true);
    onExit.close();
  }
}
