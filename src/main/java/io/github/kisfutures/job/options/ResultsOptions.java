package io.github.kisfutures.job.options;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** Options of where results go ({@code docs/reference/options.md}). */
public final class ResultsOptions {
  /** The scripts; together they are one statement set. */
  public static final ConfigOption<List<String>> SCRIPT =
      key("results.script")
          .stringType()
          .asList()
          .noDefaultValue()
          .withDescription(
              "SQL script that sends the result tables anywhere; several, separated by semicolons,"
                  + " run in the same job. Without one, embedded commands show the live table, and"
                  + " jobs on a cluster print (sql/results/print.sql).");

  /** Directory of {@code files.sql}. */
  public static final ConfigOption<String> PATH =
      key("results.path")
          .stringType()
          .noDefaultValue()
          .withDescription("Directory that sql/results/files.sql writes to.");

  /** Kafka brokers of {@code kafka.sql}. */
  public static final ConfigOption<String> KAFKA_BOOTSTRAP_SERVERS =
      key("results.kafka.bootstrap-servers")
          .stringType()
          .defaultValue("localhost:9092")
          .withDescription("Kafka brokers that sql/results/kafka.sql writes to.");

  /** What tells the transactions of two jobs apart. */
  public static final ConfigOption<String> KAFKA_TRANSACTIONAL_ID_PREFIX =
      key("results.kafka.transactional-id-prefix")
          .stringType()
          .defaultValue("kis")
          .withDescription(
              "Begins the transactional ids of sql/results/kafka.sql; jobs on the same brokers need"
                  + " different ones.");

  /** Database of {@code postgres.sql}. */
  public static final ConfigOption<String> POSTGRES_URL =
      key("results.postgres.url")
          .stringType()
          .defaultValue("jdbc:postgresql://localhost:5432/kis?user=kis")
          .withDescription(
              "Database that sql/results/postgres.sql writes to; a password stands in the pgpass"
                  + " file (PGPASSFILE), never here.");

  /** Alert rules. */
  public static final ConfigOption<String> ALERT_RULES =
      key("alerts.rules")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "YAML file of alert rules, watched for changes while the job runs; docs/alerts.md"
                  + " says how they are written.");

  private ResultsOptions() {}
}
