package io.github.kisfutures.job.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.KafkaBroker;
import io.github.kisfutures.reference.ComparedRows;
import io.github.kisfutures.reference.JsonRows;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where results go in these tests: a Kafka broker and a PostgreSQL, side by side.
 *
 * @param broker written to by {@code sql/results/kafka.sql}
 * @param postgres written to by {@code sql/results/postgres.sql}
 */
public record Sinks(KafkaBroker broker, Postgres postgres) implements AutoCloseable {
  private static final List<String> TOPICS =
      List.of("ticks", "bars", "alerts", "gaps", "late_ticks", "rejected_frames", "feed_events");
  static final String SCRIPTS = "sql/results/kafka.sql; sql/results/postgres.sql";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Starts both. */
  public static Sinks start() throws Exception {
    return new Sinks(brokerWithTopics(), Postgres.start());
  }

  /** A broker with the topics that the commands make before they start the job. */
  static KafkaBroker brokerWithTopics() throws Exception {
    KafkaBroker broker = KafkaBroker.start();
    for (String table : TOPICS) {
      broker.create("kis." + table, 2);
    }
    return broker;
  }

  /** The options that make a job write to both. */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("results.script", SCRIPTS);
    options.put("results.kafka.bootstrap-servers", broker.servers());
    options.put("results.postgres.url", postgres.url());
    return options;
  }

  /** Rows of a table that are committed in Kafka, in canonical form. */
  public List<Map<String, @Nullable String>> kafkaRows(ResultTable table) {
    return broker.read("kis." + table.name()).stream()
        .map(record -> JsonRows.row(table, record.value()))
        .toList();
  }

  /** Records that are committed in Kafka. */
  List<ConsumerRecord<String, String>> kafkaRecords(ResultTable table) {
    return broker.read("kis." + table.name());
  }

  /**
   * Waits for the bars, and compares bars and gaps in both places, every column of every row; a row
   * that is there twice is a difference, too.
   *
   * @param gaps as expected, with their causes
   */
  void assertSame(ReferenceRun expected, List<Map<String, @Nullable String>> gaps) {
    assertThat(expected.bars()).isNotEmpty();
    Eventually.await(
        expected.bars().size() + " bars in Kafka",
        PATIENCE,
        () -> kafkaRows(ResultTable.BARS).size() >= expected.bars().size());
    Eventually.await(
        expected.bars().size() + " bars in PostgreSQL",
        PATIENCE,
        () -> postgres.rows(ResultTable.BARS).size() >= expected.bars().size());
    Eventually.await(
        gaps.size() + " gaps in Kafka and in PostgreSQL",
        PATIENCE,
        () ->
            kafkaRows(ResultTable.GAPS).size() >= gaps.size()
                && postgres.rows(ResultTable.GAPS).size() >= gaps.size());
    ComparedRows.assertSame(ResultTable.BARS, expected.bars(), kafkaRows(ResultTable.BARS));
    ComparedRows.assertSame(ResultTable.BARS, expected.bars(), postgres.rows(ResultTable.BARS));
    ComparedRows.assertSame(ResultTable.GAPS, gaps, kafkaRows(ResultTable.GAPS));
    ComparedRows.assertSame(ResultTable.GAPS, gaps, postgres.rows(ResultTable.GAPS));
    assertThat(kafkaRecords(ResultTable.BARS))
        .as("the key is the contract")
        .allSatisfy(
            record ->
                assertThat(JsonRows.row(ResultTable.BARS, record.value()).get("contract"))
                    .isEqualTo(record.key()));
  }

  @Override
  public void close() throws Exception {
    try (broker) {
      postgres.close();
    }
  }
}
