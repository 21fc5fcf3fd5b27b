package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A command that was run in this JVM, with what it printed. Both streams are put back afterwards.
 *
 * @param exitCode as the process would have ended
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int exitCode, String out, String err) {

  static CommandRun of(String... args) {
    PrintStream realOut = System.out;
    PrintStream realErr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (PrintStream newOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream newErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      System.setOut(newOut);
      System.setErr(newErr);
      int exitCode = KisFutures.execute(args);
      return new CommandRun(
          exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(realOut);
      System.setErr(realErr);
    }
  }

  /** Asserts a wrong usage or configuration: exit code 2, nothing but one line that says all. */
  void isWrongUsage(String... said) {
    isOneLine(KisFutures.WRONG_USAGE, said);
  }

  /** Asserts a failure: exit code 1, nothing but one line that says all. */
  void isFailure(String... said) {
    isOneLine(KisFutures.FAILED, said);
  }

  private void isOneLine(int expectedExitCode, String... said) {
    List<String> lines = err.lines().toList();
    assertThat(lines).as("lines on stderr").hasSize(1);
    assertThat(lines.get(0))
        .startsWith("kis-futures: ")
        .contains(said)
        .doesNotContain("Exception", "\tat ", "null");
    assertThat(out).as("stdout").isEmpty();
    assertThat(exitCode).as("exit code after: %s", err).isEqualTo(expectedExitCode);
  }
}
