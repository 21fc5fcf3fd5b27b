package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureMessageTest {
  @Test
  void theDeepestCauseSpeaks() {
    Exception thrown = new RuntimeException("outer", new IllegalStateException("inner\nmore"));

    assertThat(FailureMessage.of(thrown)).isEqualTo("IllegalStateException: inner");
  }

  /** Flink's own words, which name an operator by its hash and an option of another program. */
  @Test
  void stateThatIsLeftBehindSaysWhatToDo() {
    Exception thrown =
        new IllegalStateException(
            "Failed to rollback to checkpoint/savepoint file:/sp. Cannot map checkpoint/savepoint"
                + " state for operator bee7de0d to the new program, because the operator is not"
                + " available in the new program. If you want to allow to skip this, you can set the"
                + " --allowNonRestoredState option on the CLI.");

    assertThat(FailureMessage.of(new RuntimeException(thrown)))
        .contains("alerts.rules", "execution.state-recovery.ignore-unclaimed-state=true")
        .doesNotContain("bee7de0d", "CLI");
  }
}
