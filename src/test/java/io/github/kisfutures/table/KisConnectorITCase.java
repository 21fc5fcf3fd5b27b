package io.github.kisfutures.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.wire.DecodedFrame;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.TradeDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.table.api.config.ExecutionConfigOptions;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The connector against the simulator: rows, metadata, watermarks, limit, sessions, secrets. */
@Timeout(300)
class KisConnectorITCase {
  private static final String X = "A11610";
  private static final String Y = "A50607";
  private static final String ONLY_X =
      "filter=[=(contract, _UTF-16LE'A11610':VARCHAR(2147483647) CHARACTER SET \"UTF-16LE\")]";
  private static final SimulatedAccount FIRST =
      new SimulatedAccount("FIRST-KEY-000000000000000000000000000", "one");
  private static final SimulatedAccount SECOND =
      new SimulatedAccount("SECOND-KEY-00000000000000000000000000", "two");

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir Path directory;
  private LiveTables live;

  @BeforeEach
  void start() throws IOException {
    live = LiveTables.start(directory);
  }

  @AfterEach
  void stop() {
    live.close();
  }

  @Test
  void everyColumnIsTheFieldOfTheTrade() throws Exception {
    live.create("ticks", allColumns(), List.of(X));
    String frame = TickFrames.trade(X, 77_900);
    try (RunningQuery query = new RunningQuery(live.sql.executeSql("SELECT * FROM ticks"))) {
      live.awaitSubscribed(List.of(X));
      live.simulator.pushFrame(frame);
      Row row = query.next(1).get(0);
      StockFuturesTrade trade = decoded(frame, (Instant) row.getField("receive_time"));
      for (TradeField field : TradeField.values()) {
        assertThat(row.getField(field.column())).as(field.kisName()).isEqualTo(trade.value(field));
      }
      assertThat(row.getField("event_time")).isEqualTo(trade.eventTime());
      assertThat(row.getField("session")).isEqualTo("session-1");
    }
  }

  private static String allColumns() {
    return TickColumn.names().stream()
        .map(
            name ->
                "`%s` %s"
                    .formatted(
                        name,
                        TickColumn.find(name).type().declaration().replaceAll(",? VARCHAR.*", "")))
        .collect(Collectors.joining(", "));
  }

  private static StockFuturesTrade decoded(String frame, Instant receivedAt) {
    var receipt =
        new io.github.kisfutures.market.Receipt(receivedAt.toEpochMilli(), "session-1", 1, 0);
    return ((DecodedFrame.Trades) new TradeDecoder().decode(new ReceivedFrame(frame, receipt)))
        .trades()
        .get(0);
  }

  @Test
  void columnsMayBeFewInAnyOrderAndUnderTheNamesOfKis() throws Exception {
    live.create(
        "ticks",
        "ACML_VOL BIGINT, futs_shrn_iscd CHAR(8), price BIGINT NOT NULL, change_sign CHAR(1),"
            + " contract VARCHAR(3), twice AS price * 2,"
            + " sent TIMESTAMP_LTZ(3) METADATA FROM 'event-time',"
            + " `receive-time` TIMESTAMP_LTZ(3) METADATA, via STRING METADATA FROM 'session',"
            + " `frame-sequence` BIGINT METADATA VIRTUAL, `record-index` INT METADATA",
        List.of(X));
    LocalTime time = TickFrames.now();
    try (RunningQuery query = new RunningQuery(live.sql.executeSql("SELECT * FROM ticks"))) {
      live.awaitSubscribed(List.of(X));
      live.simulator.pushFrame(
          TickFrames.frame(
              TickFrames.record(X, time, 100, 1, 10), TickFrames.record(X, time, 101, 2, 12)));
      List<Row> rows = query.next(2);
      Instant received = (Instant) rows.get(0).getField("receive-time");
      Instant sent = eventTime(received, time);
      assertThat(rows)
          .containsExactly(
              Row.of(10L, X + "  ", 100L, "5", "A11", 200L, sent, received, "session-1", 0L, 0),
              Row.of(12L, X + "  ", 101L, "5", "A11", 202L, sent, received, "session-1", 0L, 1));
    }
  }

  private static Instant eventTime(Instant received, LocalTime time) {
    return Instant.ofEpochMilli(
        KoreaTime.eventTimeMillis(received.toEpochMilli(), time.toSecondOfDay()));
  }

  @Test
  void onlyWhatIsAskedForIsReadAndTheRestMayBeFaulty() throws Exception {
    live.create("ticks", allColumns(), List.of(X));
    String query = "SELECT price, quantity FROM ticks WHERE contract = 'A11610'";
    assertThat(live.sql.explainSql(query))
        .contains("project=[price, quantity]", "filter=[=(contract, ")
        .contains("fields=[price, quantity]");
    String faulty = TickFrames.trade(X, 7).replace("^77899.50^", "^no number^");
    try (RunningQuery running = new RunningQuery(live.sql.executeSql(query))) {
      live.awaitSubscribed(List.of(X));
      live.simulator.pushFrame(faulty);
      assertThat(running.next(1)).containsExactly(Row.of(7L, 1L));
    }
    live.awaitDisconnected();
    try (RunningQuery running =
        new RunningQuery(live.sql.executeSql("SELECT price, theoretical_price FROM ticks"))) {
      live.awaitSubscribed(List.of(X));
      live.simulator.pushFrame(faulty);
      assertThat(running.next(1)).containsExactly(Row.of(7L, null));
    }
  }

  @Test
  void thePlanShowsExactlyWhatIsPushedDown() {
    live.create(
        "ticks",
        allColumns() + ", WATERMARK FOR event_time AS event_time - INTERVAL '1' SECOND",
        List.of(X, Y));
    assertThat(scan("SELECT contract, price, event_time FROM ticks WHERE contract = 'A11610'"))
        .isEqualTo(
            "TableSourceScan(table=[[default_catalog, default_database, ticks,"
                + " project=[contract, price, event_time], metadata=[],"
                + " watermark=[-(event_time, 1000:INTERVAL SECOND)],"
                + " watermarkEmitStrategy=[on-periodic], "
                + ONLY_X
                + "]], fields=[contract, price, event_time])");
    live.create("limited", allColumns(), List.of(X, Y));
    assertThat(
            scan("SELECT price, quantity, session FROM limited WHERE contract = 'A11610' LIMIT 3"))
        .isEqualTo(
            "TableSourceScan(table=[[default_catalog, default_database, limited, "
                + ONLY_X
                + ", project=[price, quantity, session], metadata=[], limit=[3]]],"
                + " fields=[price, quantity, session])");
  }

  /** The scan of a query, as {@code EXPLAIN} shows it. */
  private String scan(String query) {
    return live.sql
        .explainSql(query)
        .split("== Optimized Execution Plan ==", -1)[1]
        .lines()
        .filter(line -> line.contains("TableSourceScan("))
        .collect(Collectors.joining("\n"))
        .replaceFirst("^.*TableSourceScan", "TableSourceScan");
  }

  @Test
  void aCountNeedsNoColumn() throws Exception {
    live.create("ticks", "contract STRING, price BIGINT", List.of(X));
    try (RunningQuery query = new RunningQuery(live.sql.executeSql("SELECT COUNT(*) FROM ticks"))) {
      live.awaitSubscribed(List.of(X));
      live.simulator.pushFrame(TickFrames.trade(X, 1));
      assertThat(query.next(1).get(0).getField(0)).isEqualTo(1L);
    }
  }

  @Test
  void aLimitEndsTheQuery() throws Exception {
    live.create("ticks", "contract STRING, price BIGINT", List.of(X, Y));
    String sql = "SELECT price FROM ticks WHERE contract = 'A11610' LIMIT 3";
    assertThat(live.sql.explainSql(sql)).contains("limit=[3]");
    try (RunningQuery query = new RunningQuery(live.sql.executeSql(sql))) {
      live.awaitSubscribed(List.of(X));
      LocalTime time = TickFrames.now();
      live.simulator.pushFrame(TickFrames.trade(X, 1));
      live.simulator.pushFrame(
          TickFrames.frame(
              TickFrames.record(X, time, 2, 1, 11),
              TickFrames.record(X, time, 3, 1, 12),
              TickFrames.record(X, time, 4, 1, 13)));
      assertThat(query.rest()).containsExactly(Row.of(1L), Row.of(2L), Row.of(3L));
    }
    live.awaitDisconnected();
  }

  /** One of them has nothing to bring: nobody waits for it. */
  @Test
  void aLimitEndsAllSessionsAtOnce() throws Exception {
    restartWithTwoSessions("contract STRING, price BIGINT");
    try (RunningQuery query =
        new RunningQuery(live.sql.executeSql("SELECT price FROM ticks LIMIT 3"))) {
      live.awaitSubscribed(List.of(X, Y));
      live.simulator.pushFrame(TickFrames.trade(X, 1));
      live.simulator.pushFrame(TickFrames.trade(Y, 2));
      live.simulator.pushFrame(TickFrames.trade(X, 3));
      Set<Row> rows = new HashSet<>(query.rest());
      assertThat(rows).containsExactlyInAnyOrder(Row.of(1L), Row.of(2L), Row.of(3L));
    }
    live.awaitDisconnected();
  }

  private void restartWithTwoSessions(String columns) throws IOException {
    live.close();
    live = LiveTables.start(directory, FIRST, SECOND);
    live.create("ticks", columns, List.of(X, Y), "'max-registrations' = '1'");
  }

  @Test
  void windowsCloseByTheClockWhereTheSourceGivesWatermarks() throws Exception {
    live.create(
        "ticks",
        "contract STRING, price BIGINT, event_time TIMESTAMP_LTZ(3),"
            + " WATERMARK FOR event_time AS SOURCE_WATERMARK()",
        List.of(X),
        "'max-out-of-orderness' = '1 h'",
        "'max-feed-delay' = '2 s'");
    try (RunningQuery query = new RunningQuery(live.sql.executeSql(perSecond("price")))) {
      live.awaitSubscribed(List.of(X));
      LocalTime time = TickFrames.now();
      live.simulator.pushFrame(TickFrames.frame(TickFrames.record(X, time, 100, 1, 10)));
      assertThat(query.next(1)).containsExactly(Row.of(X, utc(time), 100L));
    }
  }

  @Test
  void windowsCloseByEventTimeWhereTheTableSaysSo() throws Exception {
    live.create(
        "ticks",
        "contract STRING, price BIGINT, event_time TIMESTAMP_LTZ(3),"
            + " WATERMARK FOR event_time AS event_time - INTERVAL '1' SECOND",
        List.of(X));
    String sql = perSecond("price");
    assertThat(live.sql.explainSql(sql))
        .contains("watermark=[-(event_time, 1000:INTERVAL SECOND)]");
    try (RunningQuery query = new RunningQuery(live.sql.executeSql(sql))) {
      live.awaitSubscribed(List.of(X));
      LocalTime time = TickFrames.now();
      live.simulator.pushFrame(TickFrames.frame(TickFrames.record(X, time, 100, 1, 10)));
      live.simulator.pushFrame(
          TickFrames.frame(TickFrames.record(X, time.plusSeconds(3), 200, 1, 10)));
      assertThat(query.next(1)).containsExactly(Row.of(X, utc(time), 100L));
    }
  }

  /** One subtask with both sessions: what the one is ahead does not make the other late. */
  @Test
  void everySessionHasItsOwnWatermark() throws Exception {
    restartWithTwoSessions(
        "contract STRING, price BIGINT, event_time TIMESTAMP_LTZ(3),"
            + " WATERMARK FOR event_time AS event_time - INTERVAL '1' SECOND");
    live.sql.getConfig().set(ExecutionConfigOptions.TABLE_EXEC_RESOURCE_DEFAULT_PARALLELISM, 1);
    String sql =
        "SELECT 'trade', contract, price FROM ticks UNION ALL SELECT 'window', contract, highest"
            + " FROM (%s) AS windows (contract, window_start, highest)"
                .formatted(perSecond("price"));
    try (RunningQuery query = new RunningQuery(live.sql.executeSql(sql))) {
      live.awaitSubscribed(List.of(X, Y));
      LocalTime time = TickFrames.now().minusSeconds(30);
      push(X, time, 1);
      push(X, time.plusSeconds(10), 2);
      assertThat(query.next(2)).containsExactly(Row.of("trade", X, 1L), Row.of("trade", X, 2L));
      push(Y, time, 3);
      push(Y, time.plusSeconds(10), 4);
      assertThat(query.next(4))
          .containsExactlyInAnyOrder(
              Row.of("trade", Y, 3L),
              Row.of("trade", Y, 4L),
              Row.of("window", X, 1L),
              Row.of("window", Y, 3L));
      assertThat(live.simulator.connectionsAccepted()).isEqualTo(2);
    }
  }

  private void push(String contract, LocalTime time, long price) {
    live.simulator.pushFrame(TickFrames.frame(TickFrames.record(contract, time, price, 1, 10)));
  }

  private static String perSecond(String column) {
    return "SELECT contract, window_start, MAX(%s) FROM TABLE(TUMBLE(TABLE ticks, "
            .formatted(column)
        + "DESCRIPTOR(event_time), INTERVAL '1' SECOND)) GROUP BY contract, window_start, window_end";
  }

  private LocalDateTime utc(LocalTime time) {
    live.sql.getConfig().setLocalTimeZone(ZoneOffset.UTC);
    Instant event = eventTime(Instant.now(), time.truncatedTo(ChronoUnit.SECONDS));
    return LocalDateTime.ofInstant(event, java.time.ZoneId.systemDefault());
  }

  @Test
  void contractsAreSpreadOverSessions() throws Exception {
    restartWithTwoSessions("contract STRING, price BIGINT, session STRING");
    try (RunningQuery query = new RunningQuery(live.sql.executeSql("SELECT * FROM ticks"))) {
      live.awaitSubscribed(List.of(X, Y));
      assertThat(live.simulator.subscriptions())
          .containsEntry(FIRST.appKey(), Set.of(X))
          .containsEntry(SECOND.appKey(), Set.of(Y));
      live.simulator.pushFrame(TickFrames.trade(X, 1));
      live.simulator.pushFrame(TickFrames.trade(Y, 2));
      Set<String> rows = new TreeSet<>();
      query.next(2).forEach(row -> rows.add(row.getField(0) + " " + row.getField(2)));
      assertThat(rows).containsExactly(X + " session-1", Y + " session-2");
    }
  }

  @Test
  void severalInsertsOfOneStatementSetShareTheSession() throws Exception {
    live.create("ticks", "contract STRING, price BIGINT, quantity BIGINT", List.of(X));
    live.sql.executeSql("CREATE TABLE prices (price BIGINT) WITH ('connector' = 'blackhole')");
    live.sql.executeSql("CREATE TABLE sizes (quantity BIGINT) WITH ('connector' = 'blackhole')");
    var both = live.sql.createStatementSet();
    both.addInsertSql("INSERT INTO prices SELECT price FROM ticks");
    both.addInsertSql("INSERT INTO sizes SELECT quantity FROM ticks");
    assertThat(both.explain().split("Optimized Execution Plan", -1)[1])
        .contains("reuse_id=[1]")
        .containsOnlyOnce("TableSourceScan(");
  }

  @Test
  void noSecretIsToBeSeen() throws Exception {
    live.create("ticks", "contract STRING", List.of(X));
    List<String> seen = new ArrayList<>();
    try (var rows = live.sql.executeSql("SHOW CREATE TABLE ticks").collect()) {
      rows.forEachRemaining(row -> seen.add(String.valueOf(row.getField(0))));
    }
    seen.add(live.sql.explainSql("SELECT * FROM ticks"));
    assertThat(seen)
        .anyMatch(text -> text.contains("'credentials' = 'file:"))
        .noneMatch(text -> text.contains(SimulatorSettings.DEFAULT_ACCOUNT.appKey()))
        .noneMatch(text -> text.contains(SimulatorSettings.DEFAULT_ACCOUNT.appSecret()));
  }
}
