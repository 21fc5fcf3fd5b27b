package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.KafkaBroker;
import io.github.kisfutures.job.capture.CaptureTarget;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker or a database that is not there is one line and exit code 1, before anything runs. */
@Timeout(120)
class UnreachableSinksITCase {
  @TempDir Path directory;

  @Test
  void noBrokerForResults() throws IOException {
    String nobody = "127.0.0.1:" + closedPort();

    replay("sql/results/kafka.sql", "-Dresults.kafka.bootstrap-servers=" + nobody)
        .isFailure("kafka_", "no Kafka broker answers at " + nobody, "bootstrap-servers");
    replay("sql/results/kafka.sql", "-Dresults.kafka.bootstrap-servers=no-such-host.invalid:9092")
        .isFailure("no-such-host.invalid:9092", "not known");
    replay("sql/results/kafka.sql", "-Dresults.kafka.bootstrap-servers=nonsense")
        .isFailure("'nonsense' is no HOST:PORT");
  }

  @Test
  void noDatabase() throws IOException {
    replay(
            "sql/results/postgres.sql",
            "-Dresults.postgres.url=jdbc:postgresql://127.0.0.1:%d/kis?user=kis"
                .formatted(closedPort()))
        .isFailure("postgres_alerts: cannot connect to jdbc:postgresql://127.0.0.1:", "refused");
  }

  @Test
  void noTables() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      replay(
              "sql/results/postgres.sql",
              "-Dresults.postgres.url=" + server.getJdbcUrl("postgres", "postgres"))
          .isFailure(
              "the table alerts", "does not exist", "psql -f sql/results/postgres-tables.sql");
    }
  }

  @Test
  void missingTopicsAreMade() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start()) {
      CommandRun run =
          replay("sql/results/kafka.sql", "-Dresults.kafka.bootstrap-servers=" + broker.servers());

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).startsWith("0 frames, ");
    }
  }

  /** One whose partitions do not all go on would hold up the windows of its readers. */
  @Test
  void aMissingTopicOfACaptureIsMadeWithOnePartition() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(Map.of("num.partitions", "3"))) {
      CaptureCommand.requireTopic(new CaptureTarget.Topic(broker.servers(), "kis.frames"));
      KafkaCheck.makeTopics(
          "results",
          Map.of("properties.bootstrap.servers", broker.servers(), "topic", "kis.bars"),
          Optional.empty());

      assertThat(broker.partitions("kis.frames")).isEqualTo(1);
      assertThat(broker.partitions("kis.bars")).as("the broker's default").isEqualTo(3);
    }
  }

  @Test
  void noBrokerForACapture() throws IOException {
    String nobody = "127.0.0.1:" + closedPort();
    try (KisSimulator simulator =
        KisSimulator.withoutMarket(SimulatorSettings.defaults()).start()) {
      capture(simulator, "--to", "kafka://" + nobody + "/kis.frames")
          .isFailure("--to: no Kafka broker answers at " + nobody);
    }
  }

  @Test
  void anAddressThatIsNoTopic() throws IOException {
    try (KisSimulator simulator =
        KisSimulator.withoutMarket(SimulatorSettings.defaults()).start()) {
      capture(simulator, "--to", "kafka://localhost/kis.frames")
          .isWrongUsage("--to: 'kafka://localhost/kis.frames'", "kafka://HOST:PORT/TOPIC");
      capture(simulator, "--to", "kafka://localhost:9092/kis.frames", "--gzip")
          .isWrongUsage("--gzip packs files");
    }
  }

  private CommandRun replay(String script, String option) throws IOException {
    Path capture = Files.write(directory.resolve("capture.txt"), List.of());
    return CommandRun.of(
        "replay", "--from", capture.toString(), "-Dresults.script=" + script, option);
  }

  private CommandRun capture(KisSimulator simulator, String... options) throws IOException {
    List<String> args = new ArrayList<>(List.of("capture"));
    args.addAll(List.of(options));
    args.add("-Dfeed.rest-url=" + simulator.restUri());
    args.add("-Dfeed.websocket-url=" + simulator.webSocketUri());
    args.add(
        "-Dfeed.credentials=file:"
            + CredentialsText.file(directory, SimulatorSettings.DEFAULT_ACCOUNT));
    args.add("-Dfeed.contracts=111V06");
    return CommandRun.of(args.toArray(String[]::new));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
