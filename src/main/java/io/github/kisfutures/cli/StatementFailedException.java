package io.github.kisfutures.cli;

import io.github.kisfutures.job.results.ScriptText;
import io.github.kisfutures.job.results.SqlScript;
import io.github.kisfutures.wire.Redaction;

/** A statement that Flink has understood failed all the same: the message says which, and why. */
final class StatementFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private StatementFailedException(String message) {
    super(message);
  }

  static StatementFailedException of(
      ScriptText script, SqlScript.Statement statement, Throwable cause) {
    StatementFailedException failed =
        new StatementFailedException(
            script.name()
                + " line "
                + statement.line()
                + " ("
                + Redaction.redactKeys(statement.head())
                + "): "
                + FailureMessage.of(cause));
    // not as its cause: the command would then tell the deepest cause instead of this message
    failed.addSuppressed(cause);
    return failed;
  }
}
