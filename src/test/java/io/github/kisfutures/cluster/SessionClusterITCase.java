package io.github.kisfutures.cluster;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.docs.Page;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.job.LiveResults;
import io.github.kisfutures.reference.Dirt;
import io.github.kisfutures.reference.DirtRates;
import io.github.kisfutures.reference.DirtyDay;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.table.ExpectedSql;
import io.github.kisfutures.table.PrintedQuery;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/cluster.md}: a session cluster with its configuration and the SQL jar in {@code
 * lib/}, and its commands.
 */
@Timeout(400)
class SessionClusterITCase {
  private static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06");
  private static final SimulatedAccount SECOND =
      new SimulatedAccount("SIMULATEDAPPKEY00000000000000000000B", "another-secret");
  private static final String JOB_JAR = "flink-kis-futures-0.1.0-SNAPSHOT-job.jar";

  @TempDir static Path shared;
  private static Page page;
  private static StandaloneCluster cluster;
  private static Process taskManager;

  @TempDir Path directory;

  @BeforeAll
  static void start() throws IOException {
    page = Page.of("docs/cluster.md");
    String configuration =
        page.yaml("# conf/config.yaml").replace("/var/lib/flink", shared.toString());
    assertThat(configuration).contains(shared.toString());
    cluster = StandaloneCluster.in(shared.resolve("flink"), configuration, Map.of());
    cluster.home().with("lib", JarsITCase.SQL);
    cluster.startSession();
    taskManager = cluster.startTaskManager();
    cluster.awaitTaskManager();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static KisSimulator simulator() {
    SimulatorSettings server =
        SimulatorSettings.defaults()
            .withAccounts(List.of(SimulatorSettings.DEFAULT_ACCOUNT, SECOND));
    return KisSimulator.withMarket(server, new MarketSettings(CONTRACTS, 60, 3)).start();
  }

  /** The user's file, with everything that the simulator needs. */
  private Path configuration(KisSimulator simulator) throws IOException {
    Map<String, String> options =
        LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT, SECOND);
    options.put("results.script", Path.of("sql/results/files.sql").toAbsolutePath().toString());
    options.put("analytics.windows", "2 s");
    options.remove("parallelism.default");
    options.remove("heartbeat.interval");
    StringBuilder yaml = new StringBuilder();
    options.forEach((key, value) -> yaml.append(key).append(": \"").append(value).append("\"\n"));
    return Files.writeString(directory.resolve("my.yaml"), yaml);
  }

  /** A command of the page, with the places of this machine. */
  private static List<String> command(String beginning, Path configuration, String... others) {
    Map<String, String> instead = new LinkedHashMap<>();
    instead.put("my.yaml", configuration.toString());
    instead.put(JOB_JAR, JarsITCase.JOB.toAbsolutePath().toString());
    for (int i = 0; i < others.length; i += 2) {
      instead.put(others[i], others[i + 1]);
    }
    return page.arguments(beginning, instead);
  }

  private static String stop(String job) throws Exception {
    return cluster.stop(page.arguments("bin/flink stop", Map.of("JOB", job)));
  }

  private static void cancel(String job) {
    cluster.cancel(job);
    Eventually.await(
        "the job has ended", Ledger.PATIENCE, () -> cluster.state(job).equals("CANCELED"));
  }

  @Test
  void savepointsCarryTheJobToOtherParallelismsAndStateBackends() throws Exception {
    try (KisSimulator simulator = simulator()) {
      Path configuration = configuration(simulator);
      Ledger ledger = new Ledger(directory.resolve("results"), simulator, CONTRACTS);
      String job = cluster.submit(inMemory(command("bin/flink run -d -p 2", configuration)));
      runAWhile(ledger, job, "2");
      String savepoint = stop(job);
      missSomething(simulator);

      // from the heap into RocksDB, as the cluster's configuration says
      job =
          cluster.submit(
              command("bin/flink run -d -p 1 -s", configuration, "SAVEPOINT", savepoint));
      runAWhile(ledger, job, "1");
      savepoint = stop(job);
      missSomething(simulator);

      // and from RocksDB into RocksDB
      List<String> again =
          new ArrayList<>(
              command("bin/flink run -d -p 1 -s", configuration, "SAVEPOINT", savepoint));
      again.set(again.indexOf("-p") + 1, "2");
      job = cluster.submit(again);
      runAWhile(ledger, job, "2");

      ledger.assertEverythingAddsUp();
      new LiveResults(ledger.results())
          .assertSame(
              LiveResults.recomputed(simulator.sentFrames(), Duration.ofSeconds(2)), "RESTART");
      cancel(job);
    }
  }

  /** The same with the other state backend. */
  private static List<String> inMemory(List<String> run) {
    List<String> arguments = new ArrayList<>(run);
    arguments.add(1, "-Dstate.backend.type=hashmap");
    return arguments;
  }

  private static void runAWhile(Ledger ledger, String job, String parallelism) {
    ledger.simulator().resume();
    ledger.awaitMore("ticks", 150);
    ledger.awaitMore("bars", 3);
    ledger.settle();
    assertThat(cluster.state(job)).isEqualTo("RUNNING");
    assertThat(cluster.get("/jobs/" + job).toString())
        .contains("\"parallelism\":" + parallelism + ",");
    assertThat(cluster.get("/jobs/" + job + "/checkpoints/config").toString())
        .contains("\"interval\":500,", "\"delete_on_cancellation\":false");
  }

  private static void missSomething(KisSimulator simulator) {
    Eventually.await("sessions end", Ledger.PATIENCE, () -> simulator.openConnections() == 0);
    simulator.resume();
    int before = simulator.tradesMade().size();
    Eventually.await(
        "trades that nobody hears",
        Ledger.PATIENCE,
        () -> simulator.tradesMade().size() >= before + 30);
  }

  /** SIGKILL in the middle of a session: the job comes back by itself, and everything adds up. */
  @Test
  void aKilledTaskManagerLosesNothingUnmeasured() throws Exception {
    try (KisSimulator simulator = simulator()) {
      Ledger ledger = new Ledger(directory.resolve("results"), simulator, CONTRACTS);
      String job = cluster.submit(command("bin/flink run -d -p 2", configuration(simulator)));
      Eventually.await("two checkpoints", Ledger.PATIENCE, () -> cluster.checkpoints(job) >= 2);
      ledger.awaitMore("ticks", 100);

      taskManager.destroyForcibly().waitFor();
      int connections = simulator.connectionsAccepted();
      taskManager = cluster.startTaskManager();
      Eventually.await(
          "a new connection", Ledger.PATIENCE, () -> simulator.connectionsAccepted() > connections);
      ledger.awaitMore("ticks", 100);
      ledger.settle();

      ledger.assertEverythingAddsUp();
      assertThat(cluster.state(job)).isEqualTo("RUNNING");
      cancel(job);
    }
  }

  @Test
  void sqlClientAndGatewayNeedNothingButTheSqlJar() throws Exception {
    DirtRates rates = DirtRates.typical().with(Dirt.VERY_LATE, 0); // in a batch nothing is late
    List<String> lines = new DirtyDay(5, 3, 9_000, rates, Duration.ofSeconds(2)).lines();
    ExpectedSql expected = ExpectedSql.of(lines, Duration.ofMinutes(1));
    Path captures = Files.createDirectories(directory.resolve("captures"));
    Files.write(captures.resolve("day.txt"), lines);
    Path ticks =
        Files.writeString(
            directory.resolve("ticks_files.sql"),
            Files.readString(Path.of("sql/ticks_files.sql"))
                .replace("'captures'", "'" + captures + "'"));
    List<String> start = page.arguments("bin/sql-gateway.sh start", Map.of());
    URI gateway = cluster.startGateway(start.subList(1, start.size()));

    String ofOne =
        sqlClient("bin/sql-client.sh gateway", ticks, "localhost:8083", gateway.getAuthority());
    PrintedQuery.of("vwap.sql", expected).assertSame(PrintedTable.rows(ofOne));

    Path all = directory.resolve("vwap.sql"); // all of them: the client takes its time to start
    for (String script : PrintedQuery.SCRIPTS) {
      Files.writeString(all, Files.readString(Path.of("sql", script)), CREATE, APPEND);
    }
    String ofAll = sqlClient("bin/sql-client.sh embedded", ticks, "sql/vwap.sql", all.toString());
    List<List<Map<String, String>>> tables = PrintedTable.tables(ofAll);
    assertThat(tables).as(ofAll).hasSameSizeAs(PrintedQuery.SCRIPTS);
    for (int i = 0; i < tables.size(); i++) {
      PrintedQuery.of(PrintedQuery.SCRIPTS.get(i), expected).assertSame(tables.get(i));
    }

    try (GatewaySession session = new GatewaySession(gateway)) {
      for (String statement : Files.readString(ticks).split(";\n")) {
        session.execute(statement);
      }
      for (String script : PrintedQuery.SCRIPTS) {
        String query = Files.readString(Path.of("sql", script)).strip();
        PrintedQuery.of(script, expected)
            .assertSame(session.query(query.substring(0, query.length() - 1)));
      }
    }
    liveTicks(gateway);
  }

  /** The page's command over the captured ticks. */
  private static String sqlClient(String beginning, Path ticks, String word, String instead)
      throws Exception {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(word, instead);
    words.put("sql/ticks_files.sql", ticks.toString());
    words.putIfAbsent("sql/vwap.sql", Path.of("sql/vwap.sql").toAbsolutePath().toString());
    return cluster.sqlClient(page.arguments(beginning, words));
  }

  private void liveTicks(URI gateway) throws Exception {
    try (KisSimulator simulator = simulator();
        GatewaySession session = new GatewaySession(gateway)) {
      String credentials =
          LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT)
              .get("feed.credentials");
      String script = Files.readString(Path.of("sql/ticks.sql"));
      int set = script.indexOf(";\n");
      session.execute(script.substring(0, set));
      session.execute(
          script
              .substring(set + 1, script.lastIndexOf(';'))
              .replace(
                  "'A11610;A50607;111V06'",
                  "'A11610', 'websocket-url' = '%s', 'rest-url' = '%s', 'credentials' = '%s'"
                      .formatted(simulator.webSocketUri(), simulator.restUri(), credentials)));
      List<List<String>> rows =
          session.query("SELECT `contract`, `cumulative_volume`, `price` FROM ticks", 50).stream()
              .map(row -> List.copyOf(row.values()))
              .toList();

      List<List<String>> made =
          simulator.tradesMade().stream()
              .filter(trade -> trade.contract().equals("A11610"))
              .map(
                  trade ->
                      List.of(
                          trade.contract(),
                          String.valueOf(trade.cumulativeVolume()),
                          String.valueOf(trade.price())))
              .toList();
      assertThat(rows).hasSizeGreaterThanOrEqualTo(50);
      assertThat(made).containsSubsequence(rows);
    }
  }
}
