package io.github.kisfutures.cli;

import io.github.kisfutures.wire.Redaction;

/** The one line that tells people why a command failed. */
final class FailureMessage {
  private static final String LEFT_BEHIND =
      "the savepoint has state of a part that this job is without. If it was taken with alerts.rules,"
          + " give it a file again (an empty one will do), or let the state go by"
          + " -Dexecution.state-recovery.ignore-unclaimed-state=true";

  private FailureMessage() {}

  /** The deepest cause says what went wrong; what is around it only says that something did. */
  static String of(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    String line =
        message == null || message.isBlank()
            ? deepest.getClass().getSimpleName()
            : message.lines().findFirst().orElse("").strip();
    if (line.contains("Cannot map checkpoint/savepoint state for operator")) {
      return LEFT_BEHIND;
    }
    String kind =
        !deepest.getClass().getName().contains("kisfutures")
            ? deepest.getClass().getSimpleName() + ": "
            : "";
    return kind + Redaction.redactKeys(unserialized(line));
  }

  /** Flink ships exceptions as text that begins with their class name. */
  private static String unserialized(String line) {
    int colon = line.indexOf(": ");
    return colon > 0 && line.startsWith("io.github.kisfutures.") ? line.substring(colon + 2) : line;
  }
}
