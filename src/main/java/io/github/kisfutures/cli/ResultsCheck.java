package io.github.kisfutures.cli;

import io.github.kisfutures.job.results.SinkTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks before a start whether the brokers, databases and directories that results go to are there,
 * and makes missing topics and directories.
 */
final class ResultsCheck {
  private static final String SERVERS = "properties.bootstrap.servers";
  private static final String FIX =
      "check the address (results.kafka.bootstrap-servers for sql/results/kafka.sql), and that the"
          + " broker runs";

  private ResultsCheck() {}

  /**
   * Tries every Kafka, JDBC and file table of the results script.
   *
   * @throws UnreachableException with one sentence, if one cannot be written to
   * @throws io.github.kisfutures.job.options.ConfigurationException with one sentence, if a
   *     directory cannot
   */
  static void check(List<SinkTable> tables) throws InterruptedException {
    for (SinkTable table : tables) {
      Map<String, String> options = table.options();
      switch (options.getOrDefault("connector", "")) {
        case "kafka", "upsert-kafka" -> {
          KafkaCheck.requireBroker(table.name(), options.getOrDefault(SERVERS, ""), FIX);
          KafkaCheck.makeTopics(table.name(), options, Optional.empty());
        }
        case "filesystem" -> writable(table);
        case "jdbc" -> DatabaseCheck.check(table.name(), options);
        default -> {
          // other systems tell of themselves
        }
      }
    }
  }

  private static void writable(SinkTable table) {
    if (EmbeddedCluster.isEmbedded()) { // elsewhere it is the cluster that writes
      DirectoryCheck.requireWritable(
          table.name() + " (results.path for sql/results/files.sql)",
          table.options().getOrDefault("path", ""));
    }
  }
}
