package io.github.kisfutures.table;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** A simulator without a market, and SQL on it, for tests; frames are pushed by hand. */
final class LiveTables implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  final KisSimulator simulator;
  final StreamTableEnvironment sql;
  private final Path credentials;

  private LiveTables(KisSimulator simulator, Path credentials) {
    this.simulator = simulator;
    this.credentials = credentials;
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(20));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(2);
    env.setBufferTimeout(1);
    this.sql = StreamTableEnvironment.create(env);
  }

  static LiveTables start(Path directory) throws IOException {
    return start(directory, SimulatorSettings.DEFAULT_ACCOUNT);
  }

  /** A simulator with some accounts, all of which the tables use. */
  static LiveTables start(Path directory, SimulatedAccount... accounts) throws IOException {
    SimulatorSettings settings = SimulatorSettings.defaults().withAccounts(List.of(accounts));
    return new LiveTables(
        KisSimulator.withoutMarket(settings).start(), credentials(directory, accounts));
  }

  /** On a simulator of the default account that was started already; closed with this. */
  static LiveTables on(KisSimulator simulator, Path directory) throws IOException {
    return new LiveTables(simulator, credentials(directory));
  }

  /** A private file with the simulator's account. */
  static Path credentials(Path directory) throws IOException {
    return credentials(directory, SimulatorSettings.DEFAULT_ACCOUNT);
  }

  private static Path credentials(Path directory, SimulatedAccount... accounts) throws IOException {
    Path file = directory.resolve("credentials.yaml");
    StringBuilder text = new StringBuilder();
    for (SimulatedAccount account : accounts) {
      text.append(
          "- app-key: %s\n  app-secret: %s\n".formatted(account.appKey(), account.appSecret()));
    }
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** Options of a table on the simulator. */
  String options(List<String> contracts, String... others) {
    return """
        'connector' = 'kis',
        'contracts' = '%s',
        'websocket-url' = '%s',
        'rest-url' = '%s',
        'credentials' = 'file:%s',
        'subscribe-interval' = '5 ms'
        """
            .formatted(
                String.join(";", contracts),
                simulator.webSocketUri(),
                simulator.restUri(),
                credentials)
        + (others.length == 0 ? "" : ", " + String.join(", ", others));
  }

  void create(String table, String columns, List<String> contracts, String... others) {
    sql.executeSql(
        "CREATE TABLE %s (%s) WITH (%s)".formatted(table, columns, options(contracts, others)));
  }

  /** Contracts that are registered now, over all sessions. */
  Set<String> subscribed() {
    Set<String> all = new TreeSet<>();
    simulator.subscriptions().values().forEach(all::addAll);
    return all;
  }

  void awaitSubscribed(Collection<String> contracts) {
    Set<String> expected = new TreeSet<>(contracts);
    try {
      Eventually.await("subscribed to " + expected, PATIENCE, () -> subscribed().equals(expected));
    } catch (AssertionError e) {
      throw new AssertionError(
          "%s, but to %s; %d approvals, %d connections, %d of them open"
              .formatted(
                  e.getMessage(),
                  subscribed(),
                  simulator.approvalsGiven(),
                  simulator.connectionsAccepted(),
                  simulator.openConnections()),
          e);
    }
  }

  void awaitDisconnected() {
    Eventually.await("disconnected", PATIENCE, () -> simulator.openConnections() == 0);
  }

  @Override
  public void close() {
    simulator.close();
  }
}
