package io.github.kisfutures.job.sinks;

import static io.github.kisfutures.job.LiveResults.PATIENCE;
import static io.github.kisfutures.job.LiveResults.awaitFrames;
import static io.github.kisfutures.job.LiveResults.awaitSubscribed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.KafkaBroker;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.reference.JsonRows;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The transactions of {@code sql/results/kafka.sql}: left open, side by side, without a key. */
@Timeout(240)
class KafkaTransactionsITCase {
  private static final SimulatedAccount FIRST = SimulatorSettings.DEFAULT_ACCOUNT;
  private static final SimulatedAccount SECOND =
      new SimulatedAccount("SIMULATEDAPPKEY00000000000000000000B", "another-secret");
  private static final List<String> CONTRACTS = List.of("A11610", "A50607");

  @TempDir Path directory;

  private KafkaBroker broker;
  private KisSimulator simulator;

  @BeforeEach
  void start() throws Exception {
    broker = Sinks.brokerWithTopics();
    simulator =
        KisSimulator.withMarket(
                SimulatorSettings.defaults().withAccounts(List.of(FIRST, SECOND)),
                new MarketSettings(CONTRACTS, 60, 11))
            .start();
  }

  @AfterEach
  void stop() throws Exception {
    simulator.close();
    broker.close();
  }

  private Map<String, String> options(String name, List<String> contracts, SimulatedAccount account)
      throws IOException {
    Path own = Files.createDirectories(directory.resolve(name));
    Map<String, String> options = LiveJob.options(simulator, own, contracts, account);
    options.put("results.script", "sql/results/kafka.sql");
    options.put("results.kafka.bootstrap-servers", broker.servers());
    options.put("results.kafka.transactional-id-prefix", name);
    options.put("analytics.windows", "1 s");
    return options;
  }

  /** A killed job cannot end its transaction, and consumers wait for the end. */
  @Test
  void aJobThatStartsAnewEndsWhatAKilledOneLeftOpen() throws Exception {
    broker.leaveOpen("kis-ticks-0-5", "kis.ticks", "never committed");
    broker.leaveOpen("other-ticks-0-5", "kis.bars", "of another job");
    assertThat(broker.openTransactions())
        .containsExactlyInAnyOrder("kis-ticks-0-5", "other-ticks-0-5");

    Map<String, String> options = options("kis", CONTRACTS, FIRST);
    try (LiveJob job = LiveJob.start(LiveJob.settings(options))) {
      Eventually.await(
          "committed rows behind the open transaction",
          PATIENCE,
          () -> broker.read("kis.ticks").size() > 50);
      assertThat(job.total("frames")).isPositive();
      assertThat(broker.openTransactions())
          .as("another job's stay")
          .doesNotContain("kis-ticks-0-5")
          .contains("other-ticks-0-5");
    }
    assertThat(values(broker.readUncommitted("kis.ticks"))).contains("never committed");
    assertThat(values(broker.read("kis.ticks"))).doesNotContain("never committed");
  }

  @Test
  void twoJobsDoNotEndEachOthersTransactions() throws Exception {
    try (LiveJob one = LiveJob.start(LiveJob.settings(options("one", List.of("A11610"), FIRST)));
        LiveJob two = LiveJob.start(LiveJob.settings(options("two", List.of("A50607"), SECOND)))) {
      awaitSubscribed(simulator, 2);
      awaitFrames(simulator, 200);
      for (String contract : CONTRACTS) {
        long before = bars(contract);
        Eventually.await("bars of " + contract, PATIENCE, () -> bars(contract) >= before + 2);
      }
      assertThat(simulator.connectionsAccepted()).as("no job has started anew").isEqualTo(2);
      assertThat(one.total("frames")).isPositive();
      assertThat(two.total("frames")).isPositive();
    }
  }

  @Test
  void rowsWithoutAKeyAreWritten() throws Exception {
    broker.create("kis.events", 2);
    broker.create("kis.frames", 2);
    Path more =
        Files.writeString(
            directory.resolve("no-session.sql"),
            """
            CREATE TEMPORARY TABLE events (
              event_time TIMESTAMP_LTZ(3), session STRING, kind STRING, contract STRING, code STRING,
              detail STRING
            ) WITH (%s, 'topic' = 'kis.events', 'sink.transactional-id-prefix' = 'kis-events');
            INSERT INTO events
            SELECT event_time, CAST(NULL AS STRING), 'TEST', contract, code, detail FROM feed_events;
            CREATE TEMPORARY TABLE frames (
              receive_time TIMESTAMP_LTZ(3), session STRING, reason STRING, detail STRING, frame STRING
            ) WITH (%s, 'topic' = 'kis.frames', 'sink.transactional-id-prefix' = 'kis-frames');
            INSERT INTO frames
            SELECT event_time, CAST(NULL AS STRING), 'TEST', detail, 'none' FROM feed_events;
            """
                .replace("%s", shippedOptions()));
    Map<String, String> options = options("kis", CONTRACTS, FIRST);
    options.put("results.script", "sql/results/kafka.sql; " + more);
    try (LiveJob job = LiveJob.start(LiveJob.settings(options))) {
      Eventually.await(
          "both rows",
          PATIENCE,
          () ->
              withoutKey("kis.events") >= CONTRACTS.size()
                  && withoutKey("kis.frames") >= CONTRACTS.size());
      assertThat(simulator.connectionsAccepted()).as("the job has not failed").isEqualTo(1);
      assertThat(job.total("rejected")).isZero();
    }
  }

  /** Those of the shipped script for a table whose key is the session. */
  private static String shippedOptions() throws IOException {
    String script = Files.readString(Path.of("sql/results/kafka.sql"));
    int begin = script.indexOf("(", script.indexOf("kafka_feed_events WITH")) + 1;
    return script
        .substring(begin, script.indexOf(") LIKE columns_of.feed_events"))
        .lines()
        .filter(line -> !line.contains("'topic'") && !line.contains("-id-prefix'"))
        .collect(Collectors.joining("\n"));
  }

  private long withoutKey(String topic) {
    return broker.read(topic).stream().filter(record -> record.key() == null).count();
  }

  private long bars(String contract) {
    return broker.read("kis.bars").stream()
        .map(record -> JsonRows.row(ResultTable.BARS, record.value()))
        .filter(bar -> contract.equals(bar.get("contract")))
        .count();
  }

  private static Set<String> values(List<ConsumerRecord<String, String>> records) {
    return records.stream().map(ConsumerRecord::value).collect(Collectors.toSet());
  }
}
