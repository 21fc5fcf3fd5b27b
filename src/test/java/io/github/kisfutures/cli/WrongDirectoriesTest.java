package io.github.kisfutures.cli;

import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State and results where they cannot be: one line and exit code 2; no cluster is started. */
@Timeout(60)
class WrongDirectoriesTest {
  @TempDir Path directory;

  private Path credentials;
  private Path capture;

  @BeforeEach
  void writeFiles() throws IOException {
    credentials = CredentialsText.file(directory, SimulatorSettings.DEFAULT_ACCOUNT);
    capture = Files.createFile(directory.resolve("capture.txt"));
  }

  @Test
  void aSavepointThatIsNotThere() {
    run("-Dexecution.state-recovery.path=" + missing())
        .isWrongUsage("execution.state-recovery.path", missing(), "_metadata");
  }

  @Test
  void aDirectoryThatIsNoSavepoint() {
    run("-Dexecution.state-recovery.path=file:" + directory)
        .isWrongUsage("execution.state-recovery.path", directory.toString(), "_metadata");
  }

  @Test
  void aFileThatIsNoSavepoint() throws IOException {
    Path text = Files.writeString(directory.resolve("_metadata"), "just a text, and no savepoint");

    run("-Dexecution.state-recovery.path=" + text)
        .isWrongUsage("execution.state-recovery.path", text.toString(), "_metadata");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dir", "savepoint-dir"})
  void aFileInPlaceOfADirectoryForState(String option) {
    run("-Dexecution.checkpointing." + option + "=file://" + capture)
        .isWrongUsage("execution.checkpointing." + option, capture + " is a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/below"})
  void resultsWhereAFileIs(String below) {
    CommandRun.of(
            "replay",
            "--from=" + capture,
            "-Dresults.script=sql/results/files.sql",
            "-Dresults.path=" + capture + below)
        .isWrongUsage("results.path", capture + " is a file: name a directory");
  }

  /** Not even root can make a directory there. */
  @Test
  void resultsWhereNothingCanBeWritten() {
    CommandRun.of(
            "replay",
            "--from=" + capture,
            "-Dresults.script=sql/results/files.sql",
            "-Dresults.path=/proc/kis")
        .isWrongUsage("results.path", "cannot write to /proc/kis", "may write to");
  }

  private CommandRun run(String option) {
    return CommandRun.of(
        "run", "-Dfeed.contracts=111V06", "-Dfeed.credentials=file:" + credentials, option);
  }

  private String missing() {
    return directory.resolve("not-there").toString();
  }
}
