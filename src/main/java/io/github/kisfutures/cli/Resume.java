package io.github.kisfutures.cli;

import io.github.kisfutures.job.options.ConfigurationException;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;

/**
 * Going on where an earlier run of an embedded job has ended, however it did: from the newest
 * checkpoint in {@code execution.checkpointing.dir} that was completed, or the savepoint that
 * Ctrl-C has left there or in {@code execution.checkpointing.savepoint-dir}.
 */
final class Resume {
  private static final Pattern JOB = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern SNAPSHOT = Pattern.compile("chk-\\d+|savepoint-.+");

  /** Written last, when all else is there. */
  private static final String METADATA = "_metadata";

  private Resume() {}

  /**
   * Lets a job leave its checkpoints when it ends before its time, unless the user wants otherwise.
   */
  static void keepCheckpoints(Configuration configuration) {
    if (configuration.contains(CheckpointingOptions.CHECKPOINTS_DIRECTORY)
        && !configuration.contains(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION)) {
      configuration.set(
          CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
          ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }
  }

  /**
   * Lets a job go on.
   *
   * @return one line for people that says from which checkpoint, or that there is none
   * @throws ConfigurationException if nothing says where checkpoints are, or a place is named
   *     beside
   */
  static String configure(Configuration configuration) throws IOException {
    String directory =
        configuration
            .getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY)
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "--resume: execution.checkpointing.dir is not set; name the directory of the"
                            + " checkpoints to go on from, as file:///var/lib/kis/checkpoints"));
    if (configuration.contains(StateRecoveryOptions.SAVEPOINT_PATH)) {
      throw new ConfigurationException(
          "--resume looks for the newest checkpoint, and execution.state-recovery.path names one;"
              + " leave out either");
    }
    List<FileStatus> completed = new ArrayList<>(completed(new Path(directory)));
    Optional<String> savepoints =
        configuration.getOptional(CheckpointingOptions.SAVEPOINT_DIRECTORY);
    if (savepoints.isPresent()) {
      completed.addAll(completed(new Path(savepoints.get())));
    }
    Optional<FileStatus> newest =
        completed.stream()
            .sorted(Comparator.comparingLong(FileStatus::getModificationTime).reversed())
            .filter(Resume::isReadable)
            .findFirst();
    if (newest.isEmpty()) {
      return "No completed checkpoint in " + directory + ": starting afresh";
    }
    String path = newest.get().getPath().getParent().toString();
    configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path);
    if (savepoints.isEmpty() && !configuration.contains(StateRecoveryOptions.RESTORE_MODE)) {
      // it is nobody else's: removed when the next one is complete
      configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
    }
    return "Going on from %s, completed %s"
        .formatted(path, Instant.ofEpochMilli(newest.get().getModificationTime()));
  }

  /** The metadata of all that were completed. */
  private static List<FileStatus> completed(Path directory) throws IOException {
    FileSystem files = directory.getFileSystem();
    List<FileStatus> metadata = new ArrayList<>();
    for (FileStatus entry : list(files, directory)) {
      if (JOB.matcher(entry.getPath().getName()).matches()) {
        for (FileStatus snapshot : list(files, entry.getPath())) {
          addMetadata(files, snapshot, metadata);
        }
      } else {
        addMetadata(files, entry, metadata);
      }
    }
    return metadata;
  }

  private static void addMetadata(FileSystem files, FileStatus snapshot, List<FileStatus> found)
      throws IOException {
    Path metadata = new Path(snapshot.getPath(), METADATA);
    if (SNAPSHOT.matcher(snapshot.getPath().getName()).matches() && files.exists(metadata)) {
      found.add(files.getFileStatus(metadata));
    }
  }

  private static List<FileStatus> list(FileSystem files, Path directory) throws IOException {
    if (!files.exists(directory)) {
      return List.of();
    }
    FileStatus[] entries = files.listStatus(directory);
    return entries == null ? List.of() : List.of(entries);
  }

  /** A loss of power may leave a file whose contents never came to the disk. */
  private static boolean isReadable(FileStatus metadata) {
    Path file = metadata.getPath();
    try (FSDataInputStream in = file.getFileSystem().open(file);
        DataInputStream data = new DataInputStream(in)) {
      Checkpoints.loadCheckpointMetadata(data, Resume.class.getClassLoader(), file.toString());
      return true;
    } catch (IOException | RuntimeException e) {
      System.err.println("kis-futures: " + file + " is damaged, looking for an older checkpoint");
      return false;
    }
  }
}
