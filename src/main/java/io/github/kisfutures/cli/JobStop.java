package io.github.kisfutures.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.execution.JobClient;

/** How a running job is ended before its time. */
@FunctionalInterface
interface JobStop {
  /** What a stop may take. */
  long PATIENCE_SECONDS = 20;

  /** At once; rows that its sinks have not shown yet stay hidden. */
  JobStop CANCEL = client -> client.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);

  /** Asks the job to end; it may still be running when this returns. */
  void stop(JobClient client) throws ExecutionException, InterruptedException, TimeoutException;
}
