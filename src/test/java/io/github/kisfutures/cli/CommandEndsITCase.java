package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However an embedded command ends, it ends, says why, and leaves nothing behind. */
@Timeout(240)
class CommandEndsITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path directory;

  @Test
  void whatAKilledOneLeavesTheNextOneClears() throws Exception {
    try (CommandProcess command = running()) {
      command.kill();
    }
    assertThat(CommandProcess.temporary(directory)).isNotEmptyDirectory();

    try (CommandProcess next = CommandProcess.start(directory, "demo", "--for", "1s")) {
      assertThat(next.await()).as(next.err()).isZero();
    }
    assertThat(CommandProcess.temporary(directory)).isEmptyDirectory();
  }

  @Test
  void aJobManagerThatDiesEndsTheProcessWithOneLine() throws Exception {
    try (CommandProcess command =
        CommandProcess.start(
            directory, "demo", "-Dhigh-availability.type=" + DyingJobManager.class.getName())) {
      assertThat(command.await()).as(command.err()).isEqualTo(KisFutures.FAILED);
      assertThat(command.err().lines().filter(line -> line.startsWith("kis-futures: ")))
          .singleElement()
          .asString()
          .startsWith("kis-futures: the embedded Flink cluster has failed: ")
          .contains("its lease is lost");
    }
    assertThat(CommandProcess.temporary(directory)).isEmptyDirectory();
  }

  /** A demo that shows its first bar. */
  private CommandProcess running() throws IOException {
    CommandProcess command = CommandProcess.start(directory, "demo");
    Eventually.await(
        "a bar; stderr: " + command.err(), PATIENCE, () -> command.out().lines().count() > 3);
    return command;
  }
}
