package io.github.kisfutures.cli;

import io.github.kisfutures.job.options.ConfigurationException;
import io.github.kisfutures.job.options.ResultsOptions;
import java.io.DataInputStream;
import java.io.IOException;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess;

/**
 * Asks before a start whether state can be read from where the job is to go on, and written to
 * where it is to be kept. The cluster would find out, too, half a minute later and in a stack
 * trace.
 */
final class StateCheck {
  private StateCheck() {}

  /**
   * Reads the savepoint or checkpoint that the job is to go on from, and tries the directories of
   * new ones and of results.
   *
   * @throws ConfigurationException with one sentence that names the option
   */
  static void check(Configuration configuration) {
    if (!EmbeddedCluster.isEmbedded()) {
      return; // what this machine can read says nothing of a cluster's
    }
    configuration.getOptional(StateRecoveryOptions.SAVEPOINT_PATH).ifPresent(StateCheck::read);
    requireWritable(configuration, CheckpointingOptions.CHECKPOINTS_DIRECTORY);
    requireWritable(configuration, CheckpointingOptions.SAVEPOINT_DIRECTORY);
    requireWritable(configuration, ResultsOptions.PATH);
  }

  private static void read(String path) {
    String option = StateRecoveryOptions.SAVEPOINT_PATH.key();
    try {
      StreamStateHandle metadata =
          AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(path).getMetadataHandle();
      try (FSDataInputStream bytes = metadata.openInputStream();
          DataInputStream data = new DataInputStream(bytes)) {
        Checkpoints.loadCheckpointMetadata(data, StateCheck.class.getClassLoader(), path);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          option
              + ": there is no savepoint or checkpoint at "
              + path
              + " ("
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + "); name the directory that holds its file _metadata");
    }
  }

  private static void requireWritable(Configuration configuration, ConfigOption<String> directory) {
    configuration
        .getOptional(directory)
        .ifPresent(path -> DirectoryCheck.requireWritable(directory.key(), path));
  }
}
