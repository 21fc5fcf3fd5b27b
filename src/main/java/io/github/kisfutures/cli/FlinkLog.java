package io.github.kisfutures.cli;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** What the embedded cluster logs on the terminal of the user. */
final class FlinkLog {
  private FlinkLog() {}

  /**
   * Leaves it to the command to say what has failed, in a sentence: Flink logs every failure
   * several times, with stack traces. Only for commands that end with the first failure.
   */
  static void leaveFailuresToTheCommand() {
    if (EmbeddedCluster.isEmbedded()) {
      Configurator.setLevel("org.apache.flink", Level.OFF);
    }
  }
}
