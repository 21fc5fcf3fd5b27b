package io.github.kisfutures.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.util.FileUtils;

/**
 * Ends a live job with a last savepoint: sinks show with it what they hold back until a checkpoint.
 * Cancelled, the job would leave hidden what came since the last one.
 *
 * @param directory where it is kept: where the user wants savepoints, or else checkpoints; if
 *     neither is said, it is thrown away
 */
record LastSavepoint(Optional<String> directory) implements JobStop {
  /** Less than the 10 s after which Docker kills what it has asked to end. */
  private static final long SAVEPOINT_SECONDS = 8;

  static LastSavepoint of(Configuration configuration) {
    return new LastSavepoint(
        configuration
            .getOptional(CheckpointingOptions.SAVEPOINT_DIRECTORY)
            .or(() -> configuration.getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY)));
  }

  @Override
  public void stop(JobClient client)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      if (directory.isPresent()) {
        String path = take(client, directory.get());
        System.err.println(
            "Savepoint: " + path + "; -Dexecution.state-recovery.path=... goes on, or --resume");
      } else {
        takeAndThrowAway(client);
      }
    } catch (ExecutionException | TimeoutException | IOException e) {
      // it is only starting, or a sink holds it up
      System.err.println(
          "kis-futures: no last savepoint could be taken; rows since the last checkpoint may not show");
      CANCEL.stop(client);
    }
  }

  private static void takeAndThrowAway(JobClient client)
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    Path temporary = Files.createTempDirectory(TemporaryDirectory.current(), "kis-futures-stop");
    try {
      take(client, temporary.toUri().toString());
    } finally {
      FileUtils.deleteDirectory(temporary.toFile());
    }
  }

  private static String take(JobClient client, String directory)
      throws ExecutionException, InterruptedException, TimeoutException {
    return client
        .stopWithSavepoint(false, directory, SavepointFormatType.CANONICAL)
        .get(SAVEPOINT_SECONDS, TimeUnit.SECONDS);
  }
}
