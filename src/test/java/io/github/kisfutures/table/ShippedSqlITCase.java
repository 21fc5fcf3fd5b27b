package io.github.kisfutures.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.KafkaBroker;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.reference.Dirt;
import io.github.kisfutures.reference.DirtRates;
import io.github.kisfutures.reference.DirtyDay;
import io.github.kisfutures.reference.RawTrade;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every script of the directory {@code sql}, on all three tick tables, against recomputation. */
@Timeout(300)
class ShippedSqlITCase {
  private static final long SEED = 20260710;
  private static final List<String> ALERT = List.of("alert", "contract", "window_start");
  private static final List<String> BUILD_UP =
      List.of("contract", "run_start", "run_end", "price_change", "oi_change");

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir static Path directory;

  /** Trades come twice, in another order, too late to be seen, or never; none behind a window. */
  private static List<String> lines = List.of();

  private static ExpectedSql expected = ExpectedSql.of(List.of(), Duration.ofMinutes(1));

  @BeforeAll
  static void capture() throws IOException {
    // so much is left out that some minutes do not say a basis, or an open interest, at all
    DirtRates rates =
        DirtRates.typical()
            .with(Dirt.VERY_LATE, 0)
            .with(Dirt.BLANKS, 400)
            .with(Dirt.NO_INTEREST, 50);
    lines = new DirtyDay(SEED, 4, 12_000, rates, Duration.ofSeconds(2)).lines();
    expected = ExpectedSql.of(lines, Duration.ofMinutes(1));
    Path captures = Files.createDirectories(directory.resolve("captures"));
    int half = lines.size() / 2;
    Files.write(captures.resolve("frames-1.txt"), lines.subList(0, half));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(captures.resolve("frames-2.txt.gz")))) {
      for (String line : lines.subList(half, lines.size())) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void everyScriptIsTestedHere() throws IOException {
    assertThat(ShippedSql.names())
        .containsExactly(
            "alerts.sql",
            "alerts_pattern.sql",
            "bars_checked.sql",
            "basis_drift.sql",
            "open_interest.sql",
            "ticks.sql",
            "ticks_files.sql",
            "ticks_kafka.sql",
            "vwap.sql");
  }

  /** A gap from 09:00:40 to 09:02:00, and a late join at 08:50 of another contract. */
  @Test
  void barsThatALossMayHaveTouched() throws Exception {
    Path bars = Files.createDirectories(directory.resolve("results/bars"));
    Path gaps = Files.createDirectories(directory.resolve("results/gaps"));
    List<String> rows = new ArrayList<>();
    for (String contract : List.of("A11610", "A50607")) {
      for (int minute = 0; minute < 4; minute++) {
        rows.add(
            ("{'contract':'%s','window_start':'2026-07-10T00:0%d:00Z',"
                    + "'window_end':'2026-07-10T00:0%d:00Z','trading_date':'2026-07-10',"
                    + "'volume':1,'vwap':1000.0000,'missed_volume':0,'complete':true}")
                .formatted(contract, minute, minute + 1)
                .replace('\'', '"'));
      }
    }
    Files.write(bars.resolve("part"), rows);
    Files.write(
        gaps.resolve("part"),
        Stream.of(
                "{'contract':'A11610','trading_date':'2026-07-10',"
                    + "'time_before':'2026-07-10T00:00:40Z','time_after':'2026-07-10T00:02:00Z'}",
                "{'contract':'A50607','trading_date':'2026-07-10',"
                    + "'time_before':null,'time_after':'2026-07-10T00:00:00Z'}")
            .map(row -> row.replace('\'', '"'))
            .toList());

    List<String> touched =
        ShippedSql.batch()
            .rowsOf(
                "bars_checked.sql",
                "'results/bars'",
                "'" + bars + "'",
                "'results/gaps'",
                "'" + gaps + "'")
            .stream()
            .filter(row -> "true".equals(row.get("touched")))
            .map(row -> row.get("contract") + " " + row.get("window_start"))
            .toList();

    assertThat(touched)
        .containsExactly(
            "A11610 2026-07-10T00:00:00Z",
            "A11610 2026-07-10T00:01:00Z",
            "A11610 2026-07-10T00:02:00Z",
            "A50607 2026-07-10T00:00:00Z");
  }

  /** The day of Korea begins at midnight in Korea, whatever the session's zone is. */
  @Test
  void overFilesInAnotherTimeZone() throws Exception {
    assertAllQueries(
        ShippedSql.batch()
            .define(
                "ticks_files.sql",
                "'captures'",
                "'" + directory.resolve("captures") + "'",
                "'Asia/Seoul'",
                "'UTC'"));
  }

  @Test
  void overFiles() throws Exception {
    assertAllQueries(
        ShippedSql.batch()
            .define("ticks_files.sql", "'captures'", "'" + directory.resolve("captures") + "'"));
  }

  @Test
  void overKafka() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start()) {
      broker.write("kis.frames", lines);
      assertAllQueries(
          ShippedSql.streaming()
              .define(
                  "ticks_kafka.sql",
                  "localhost:9092",
                  broker.servers(),
                  // up to here, so that the query ends and every window closes
                  "'scan.startup.mode' = 'earliest-offset'",
                  "'scan.startup.mode' = 'earliest-offset', 'scan.bounded.mode' = 'latest-offset'"));
    }
  }

  /** With Kafka a format gives metadata, under names that begin with {@code value.}. */
  @Test
  void metadataOverKafka() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start()) {
      broker.write("frames", lines);
      TableResult result =
          ShippedSql.streaming()
              .execute(
                  """
                  CREATE TABLE frames (
                    price BIGINT,
                    record INT METADATA FROM 'value.record-index',
                    STCK_OPRC BIGINT,
                    received TIMESTAMP_LTZ(3) METADATA FROM 'value.receive-time',
                    sent TIMESTAMP_LTZ(3) METADATA FROM 'value.event-time'
                  ) WITH (
                    'connector' = 'kafka',
                    'topic' = 'frames',
                    'properties.bootstrap.servers' = '%s',
                    'scan.startup.mode' = 'earliest-offset',
                    'scan.bounded.mode' = 'latest-offset',
                    'format' = 'kis',
                    'kis.ignore-parse-errors' = 'true'
                  )
                  """
                      .formatted(broker.servers()),
                  "SELECT sent, record, price, received FROM frames");
      List<String> rows = new ArrayList<>();
      try (var collected = result.collect()) {
        collected.forEachRemaining(
            row -> rows.add(row.getField(0) + " " + row.getField(2) + " " + row.getField(3)));
      }
      List<String> trades = new ArrayList<>();
      for (RawTrade trade : expected.run().capture().trades()) {
        trades.add(trade.eventTime() + " " + trade.price() + " " + trade.receiveTime());
      }
      assertThat(rows).as("seed %d", SEED).isEqualTo(trades);
    }
  }

  /** With files it is the connector that gives metadata. */
  @Test
  void metadataOverFiles() throws Exception {
    Path files = Files.createDirectories(directory.resolve("days"));
    for (int day = 10; day < 12; day++) {
      Files.writeString(
          files.resolve(day + ".txt"),
          "2026-07-%d\t%s\n"
              .formatted(day, TickFrames.trade("A11610", day))
              .replace("\t", "T10:00:00.000+09:00\t"));
    }
    TableResult result =
        ShippedSql.batch()
            .execute(
                """
                CREATE TABLE days (
                  `path` STRING METADATA FROM 'file.path',
                  price BIGINT,
                  file STRING METADATA FROM 'file.name'
                ) WITH ('connector' = 'filesystem', 'path' = '%s', 'format' = 'kis')
                """
                    .formatted(files),
                "SELECT price, file, `path` FROM days");
    List<String> rows = new ArrayList<>();
    try (var collected = result.collect()) {
      collected.forEachRemaining(
          row ->
              rows.add(
                  row.getField(0)
                      + " "
                      + row.getField(1)
                      + " "
                      + Path.of(URI.create(String.valueOf(row.getField(2))).getPath())));
    }
    assertThat(rows)
        .containsExactlyInAnyOrder(
            "10 10.txt " + files.resolve("10.txt"), "11 11.txt " + files.resolve("11.txt"));
  }

  private static void assertAllQueries(ShippedSql sql) throws Exception {
    assertThat(sql.rowsOf("vwap.sql"))
        .as("seed %d", SEED)
        .hasSizeGreaterThan(500)
        .isEqualTo(ShippedSql.only(ExpectedSql.VWAP, expected.bars()));
    assertThat(sql.rowsOf("basis_drift.sql"))
        .as("seed %d", SEED)
        .anyMatch(row -> row.get("basis_drift") == null && row.get("basis_close") != null)
        .anyMatch(row -> row.get("theoretical_basis") == null)
        .isEqualTo(ShippedSql.only(ExpectedSql.DRIFT, expected.bars()));
    assertThat(sql.rowsOf("open_interest.sql"))
        .as("seed %d", SEED)
        .isEqualTo(ShippedSql.only(ExpectedSql.OPEN_INTEREST, expected.bars()));
    assertThat(texts(sql.rowsOf("alerts.sql"), ALERT))
        .as("seed %d", SEED)
        .anyMatch(alert -> alert.contains("MISSED_TRADES"))
        .anyMatch(alert -> alert.contains("BASIS_RANGE"))
        .containsExactlyInAnyOrderElementsOf(expected.alerts());
    assertThat(texts(sql.rowsOf("alerts_pattern.sql"), BUILD_UP))
        .as("seed %d", SEED)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(expected.buildUps());
  }

  private static List<List<String>> texts(
      List<Map<String, @Nullable String>> rows, List<String> columns) {
    return rows.stream()
        .map(row -> columns.stream().map(column -> String.valueOf(row.get(column))).toList())
        .toList();
  }

  @Test
  void onTheLiveFeed() throws Exception {
    List<String> contracts = List.of("A11610", "111V06");
    try (KisSimulator simulator =
        KisSimulator.withMarket(
                SimulatorSettings.defaults(), new MarketSettings(contracts, 60, SEED))
            .start()) {
      String[] table = {
        "'A11610;A50607;111V06'",
        "'A11610;111V06', 'websocket-url' = '%s', 'rest-url' = '%s', 'credentials' = 'file:%s'"
            .formatted(
                simulator.webSocketUri(), simulator.restUri(), LiveTables.credentials(directory))
      };
      assertLive(simulator, table, "vwap.sql", ExpectedSql.VWAP, bars(ExpectedSql.VWAP));
      assertLive(simulator, table, "basis_drift.sql", ExpectedSql.DRIFT, bars(ExpectedSql.DRIFT));
      assertLive(
          simulator,
          table,
          "open_interest.sql",
          ExpectedSql.OPEN_INTEREST,
          bars(ExpectedSql.OPEN_INTEREST));
      // in seconds of a market without losses little happens: less is out of the ordinary
      assertLive(simulator, table, "alerts.sql", ALERT, sent -> sent.alerts(1), ">= 300", ">= 1");
      assertLive(
          simulator,
          table,
          "alerts_pattern.sql",
          BUILD_UP,
          sent -> sent.buildUps(1),
          "BUILDUP{3,}",
          "BUILDUP+");
    }
  }

  private static Function<ExpectedSql, List<List<String>>> bars(List<String> columns) {
    return sent -> texts(sent.bars(), columns);
  }

  /** Some seconds of trades, in windows of one: those close although no further trade comes. */
  private static void assertLive(
      KisSimulator simulator,
      String[] table,
      String script,
      List<String> columns,
      Function<ExpectedSql, List<List<String>>> rowsOf,
      String... changes)
      throws Exception {
    int before = simulator.sentFrames().size();
    simulator.resume();
    List<String> replacements =
        new ArrayList<>(List.of("INTERVAL '1' MINUTE", "INTERVAL '1' SECOND"));
    replacements.addAll(List.of(changes));
    TableResult result =
        ShippedSql.streaming()
            .define("ticks.sql", table)
            .run(script, replacements.toArray(String[]::new));
    try (RunningQuery query = new RunningQuery(result)) {
      Eventually.await(
          "200 frames, and something to find in them",
          Duration.ofSeconds(60),
          () ->
              simulator.sentFrames().size() >= before + 200
                  && !rowsOf.apply(sentSince(simulator, before)).isEmpty());
      simulator.pause();
      List<List<String>> expected = rowsOf.apply(sentSince(simulator, before));
      List<Map<String, @Nullable String>> rows = new ArrayList<>();
      List<String> names = result.getResolvedSchema().getColumnNames();
      query.next(expected.size()).forEach(row -> rows.add(ShippedSql.canonical(names, row)));
      assertThat(texts(rows, columns)).as(script).containsExactlyInAnyOrderElementsOf(expected);
    }
    Eventually.await(
        "disconnected", Duration.ofSeconds(60), () -> simulator.openConnections() == 0);
  }

  private static ExpectedSql sentSince(KisSimulator simulator, int before) {
    List<String> lines =
        simulator.sentFrames().subList(before, simulator.sentFrames().size()).stream()
            .map(frame -> KoreaTime.text(frame.atMillis()) + "\t" + frame.text())
            .toList();
    return ExpectedSql.of(lines, Duration.ofSeconds(1));
  }
}
