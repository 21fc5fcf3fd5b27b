package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.job.options.ConfigurationException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
  private static final String OLD_JOB = "0123456789abcdef0123456789abcdef";
  private static final String NEW_JOB = "fedcba9876543210fedcba9876543210";

  @TempDir Path directory;

  private final Configuration configuration = new Configuration();

  @BeforeEach
  void configure() {
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.toUri().toString());
  }

  private Path completed(String snapshot, long seconds) throws IOException {
    Path metadata = Files.createDirectories(directory.resolve(snapshot)).resolve("_metadata");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(metadata))) {
      Checkpoints.storeCheckpointMetadata(new CheckpointMetadata(1, List.of(), List.of()), out);
    }
    return Files.setLastModifiedTime(metadata, FileTime.fromMillis(seconds * 1000));
  }

  private String path() {
    return configuration.get(StateRecoveryOptions.SAVEPOINT_PATH);
  }

  @Test
  void theNewestByTimeOfWhateverJob() throws IOException {
    completed(OLD_JOB + "/chk-900", 100);
    completed(NEW_JOB + "/chk-2", 200);
    completed(NEW_JOB + "/chk-10", 300);
    completed("savepoint-fedcba-0123", 250);
    completed("backup/chk-11", 400); // somebody's copy
    Files.createDirectories(directory.resolve(NEW_JOB + "/chk-11")); // was being written
    Files.createDirectories(directory.resolve(NEW_JOB + "/shared"));

    assertThat(Resume.configure(configuration))
        .startsWith("Going on from file:")
        .endsWith(NEW_JOB + "/chk-10, completed 1970-01-01T00:05:00Z");
    assertThat(path()).endsWith(NEW_JOB + "/chk-10");
    assertThat(configuration.get(StateRecoveryOptions.RESTORE_MODE))
        .isEqualTo(RecoveryClaimMode.CLAIM);
  }

  @Test
  void aSavepointThatIsNewer() throws IOException {
    completed(OLD_JOB + "/chk-900", 100);
    completed("savepoint-fedcba-0123", 101);

    Resume.configure(configuration);

    assertThat(path()).endsWith("/savepoint-fedcba-0123");
  }

  /** It is the user's, who may keep it. */
  @Test
  void aSavepointWhereTheUserKeepsThem(@TempDir Path savepoints) throws IOException {
    completed(OLD_JOB + "/chk-900", 100);
    configuration.set(CheckpointingOptions.SAVEPOINT_DIRECTORY, savepoints.toUri().toString());
    Path savepoint = completed("savepoint-fedcba-0123", 101).getParent();
    Path kept = Files.move(savepoint, savepoints.resolve("savepoint-fedcba-0123"));

    Resume.configure(configuration);

    assertThat(path()).endsWith(kept.toString());
    assertThat(configuration.contains(StateRecoveryOptions.RESTORE_MODE)).isFalse();
  }

  @Test
  void neverOneThatIsDamaged() throws IOException {
    completed(OLD_JOB + "/chk-1", 100);
    Files.write(completed(OLD_JOB + "/chk-2", 200), new byte[0]);
    Files.write(completed(OLD_JOB + "/chk-3", 300), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

    Resume.configure(configuration);

    assertThat(path()).endsWith(OLD_JOB + "/chk-1");
  }

  @Test
  void noneIsAFreshStart() throws IOException {
    Files.createDirectories(directory.resolve(NEW_JOB + "/chk-1"));
    assertThat(Resume.configure(configuration)).endsWith(": starting afresh");

    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.resolve("none").toUri().toString());
    assertThat(Resume.configure(configuration))
        .startsWith("No completed checkpoint in file:")
        .endsWith("none: starting afresh");
    assertThat(configuration.contains(StateRecoveryOptions.SAVEPOINT_PATH)).isFalse();
  }

  @Test
  void itMustBeKnownWhereToLook() {
    assertThatThrownBy(() -> Resume.configure(new Configuration()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("--resume: execution.checkpointing.dir is not set");

    configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, "file:///savepoint-1");
    assertThatThrownBy(() -> Resume.configure(configuration))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("execution.state-recovery.path names one");
  }

  @Test
  void checkpointsAreKeptWhereTheUserHasSaidWhere() {
    Resume.keepCheckpoints(configuration);
    assertThat(configuration.toMap())
        .containsEntry(
            "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");

    Configuration user =
        Configuration.fromMap(
            Map.of(
                "execution.checkpointing.dir", "file:///checkpoints",
                "execution.checkpointing.externalized-checkpoint-retention",
                    "DELETE_ON_CANCELLATION"));
    Configuration before = new Configuration(user);
    Resume.keepCheckpoints(user);
    assertThat(user).isEqualTo(before);

    Configuration nowhere = new Configuration();
    Resume.keepCheckpoints(nowhere);
    assertThat(nowhere.toMap()).isEmpty();
  }
}
