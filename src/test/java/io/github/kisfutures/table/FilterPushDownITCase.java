package io.github.kisfutures.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a WHERE clause makes of the subscriptions, and that its rows are right in any case. */
@Timeout(300)
class FilterPushDownITCase {
  private static final String X = "A11610";
  private static final String Y = "A50607";
  private static final String Z = "111V06";
  private static final List<String> ALL = List.of(X, Y, Z);

  /** Shares its first four characters with X. */
  private static final String W = "A11620";

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
    live.create("ticks", "contract STRING, price BIGINT, quantity BIGINT", ALL);
  }

  @AfterEach
  void stop() {
    live.close();
  }

  /** Condition, subscriptions, rows of the frames that {@link #push} sends. */
  static Stream<Arguments> conditions() {
    return Stream.of(
        form("contract = 'A11610'", List.of(X), X + " 1", X + " 2"),
        form("'A11610' = contract", List.of(X), X + " 1", X + " 2"),
        form("contract = CAST('A11610' AS VARCHAR(6))", List.of(X), X + " 1", X + " 2"),
        form("contract IN ('A11610', 'A50607')", List.of(X, Y), X + " 1", Y + " 1", X + " 2"),
        form(
            "contract = 'A11610' OR contract = '111V06'",
            List.of(X, Z),
            X + " 1",
            Z + " 1",
            X + " 2"),
        form("contract = 'A11610' AND price > 1", List.of(X), X + " 2"),
        form(
            "contract IN ('A11610', 'A50607') AND contract IN ('A11610', '111V06')",
            List.of(X),
            X + " 1",
            X + " 2"),
        form(
            "contract IN ('A11610', 'A50607') AND UPPER(contract) <> 'A50607'",
            List.of(X, Y),
            X + " 1",
            X + " 2"),
        form(
            "(contract = 'A11610' AND price = 2) OR (contract = 'A50607' AND quantity > 0)",
            List.of(X, Y),
            Y + " 1",
            X + " 2"),
        form("contract IN (" + manyCodes() + ")", List.of(X, Z), X + " 1", Z + " 1", X + " 2"),
        form("contract = 'A11610' OR price = 1", ALL, X + " 1", Y + " 1", Z + " 1", X + " 2"),
        form("NOT contract = 'A50607'", ALL, X + " 1", Z + " 1", X + " 2"),
        form("contract NOT IN ('A50607', '111V06')", ALL, X + " 1", X + " 2"),
        form("contract LIKE 'A1%'", ALL, X + " 1", X + " 2"),
        form("LOWER(contract) = 'a11610'", ALL, X + " 1", X + " 2"),
        form("SUBSTRING(contract FROM 1 FOR 3) = 'A11'", ALL, X + " 1", X + " 2"),
        form("CAST(contract AS VARCHAR(3)) = 'A11'", ALL, X + " 1", X + " 2"),
        form("contract BETWEEN 'A1' AND 'A2'", ALL, X + " 1", X + " 2"));
  }

  private static Arguments form(String condition, List<String> subscribed, String... rows) {
    return Arguments.of(condition, subscribed, List.of(rows));
  }

  private static String manyCodes() {
    return IntStream.range(0, 30)
            .mapToObj(i -> "'Q%05d'".formatted(i))
            .collect(Collectors.joining(", "))
        + ", 'A11610', '111V06'";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  void subscribesToWhatIsAskedFor(String condition, List<String> subscribed, List<String> rows)
      throws Exception {
    String query = "SELECT contract, price FROM ticks WHERE " + condition;
    try (RunningQuery running = new RunningQuery(live.sql.executeSql(query))) {
      live.awaitSubscribed(subscribed);
      push();
      List<String> found = new ArrayList<>();
      running.next(rows.size()).forEach(row -> found.add(row.getField(0) + " " + row.getField(1)));
      assertThat(found).as(live.sql.explainSql(query)).containsExactlyElementsOf(rows);
      assertThat(live.subscribed()).containsExactlyInAnyOrderElementsOf(subscribed);
    }
  }

  /** The last trade satisfies every condition: what comes before it has been decided then. */
  private void push() {
    live.simulator.pushFrame(TickFrames.trade(X, 1));
    live.simulator.pushFrame(TickFrames.trade(Y, 1));
    live.simulator.pushFrame(TickFrames.trade(Z, 1));
    live.simulator.pushFrame(TickFrames.trade(X, 2));
  }

  static Stream<String> contradictions() {
    return Stream.of(
        "contract = 'A11610' AND contract = 'A50607'",
        "contract = 'A11611'",
        "contract IN ('A11611', 'A50608')",
        "contract = 'A11610 '",
        "contract IN ('A11610', 'A50607') AND contract = '111V06'");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contradictions")
  void endsWithoutConnectingWhereThereCanBeNoRow(String condition) throws Exception {
    endsWithoutConnecting("SELECT * FROM ticks WHERE " + condition);
  }

  private void endsWithoutConnecting(String query) throws Exception {
    try (RunningQuery running = new RunningQuery(live.sql.executeSql(query))) {
      assertThat(running.rest()).isEmpty();
    }
    assertThat(live.simulator.connectionsAccepted()).isZero();
    assertThat(live.simulator.approvalsGiven()).isZero();
  }

  /** Declared type of the contract, condition, subscriptions; Flink compares blanks, too. */
  static Stream<Arguments> declaredTypes() {
    return Stream.of(
        Arguments.of("CHAR(6)", "contract = 'A11610'", List.of(X)),
        Arguments.of("CHAR(6)", "contract IN ('A11610', 'A50607')", List.of(X, Y)),
        Arguments.of("CHAR(6)", "contract = 'A11610' OR contract = 'A116'", List.of(X)),
        Arguments.of("CHAR(9)", "contract = 'A11610   '", List.of(X)),
        Arguments.of("CHAR(9)", "contract IN ('A11610   ', 'A50607   ', '111V06')", List.of(X, Y)),
        Arguments.of("CHAR(9)", "contract = CAST('A50607' AS CHAR(9))", List.of(Y)),
        Arguments.of("VARCHAR(6)", "contract = 'A11610'", List.of(X)),
        Arguments.of("VARCHAR(6)", "contract IN ('A11610', '111V06') AND price > 0", List.of(X, Z)),
        Arguments.of("VARCHAR(4)", "contract = 'A116'", List.of(X, W)),
        Arguments.of("VARCHAR(4)", "contract IN ('A116', '111V')", List.of(X, W, Z)),
        Arguments.of("VARCHAR(4)", "contract = 'A116' AND FUTS_SHRN_ISCD = 'A11620'", List.of(W)),
        Arguments.of("VARCHAR(4)", "contract = 'A506' OR FUTS_SHRN_ISCD = '111V06'", List.of(Y, Z)),
        Arguments.of("CHAR(4)", "contract = 'A116'", List.of(X, W)),
        Arguments.of("STRING", "FUTS_SHRN_ISCD IN ('A11620', 'A50607')", List.of(W, Y)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("declaredTypes")
  void everyDeclaredTypeNarrows(String type, String condition, List<String> subscribed)
      throws Exception {
    createDeclared(type);
    String query = "SELECT FUTS_SHRN_ISCD, price FROM declared WHERE " + condition;
    try (RunningQuery running = new RunningQuery(live.sql.executeSql(query))) {
      live.awaitSubscribed(subscribed);
      List.of(X, W, Y, Z).forEach(each -> live.simulator.pushFrame(TickFrames.trade(each, 1)));
      live.simulator.pushFrame(
          TickFrames.trade(subscribed.get(0), 2)); // what came before is decided
      List<String> expected =
          new ArrayList<>(subscribed.stream().map(each -> each + " 1").toList());
      expected.add(subscribed.get(0) + " 2");
      List<String> found = new ArrayList<>();
      running
          .next(expected.size())
          .forEach(row -> found.add(row.getField(0) + " " + row.getField(1)));
      assertThat(found).as(live.sql.explainSql(query)).containsExactlyElementsOf(expected);
      assertThat(live.subscribed()).containsExactlyInAnyOrderElementsOf(subscribed);
    }
  }

  private void createDeclared(String type) {
    live.create(
        "declared",
        "contract " + type + ", FUTS_SHRN_ISCD STRING, price BIGINT",
        List.of(X, W, Y, Z));
  }

  static Stream<Arguments> contradictionsOfDeclaredTypes() {
    return Stream.of(
        Arguments.of("CHAR(6)", "contract = 'A116'"),
        Arguments.of("CHAR(6)", "contract = 'A11610   '"),
        Arguments.of("CHAR(9)", "contract = 'A11610'"),
        Arguments.of("VARCHAR(4)", "contract = 'A11610'"),
        Arguments.of("VARCHAR(4)", "contract = 'A116' AND FUTS_SHRN_ISCD = 'A50607'"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("contradictionsOfDeclaredTypes")
  void noDeclaredTypeConnectsWhereThereCanBeNoRow(String type, String condition) throws Exception {
    createDeclared(type);
    endsWithoutConnecting("SELECT * FROM declared WHERE " + condition);
  }
}
