package io.github.kisfutures.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.types.Row;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One app key carries one session: two scans that do not share it must not wait for ever. */
@Timeout(300)
class SharedAppKeyITCase {
  private static final String X = "A11610";
  private static final String Y = "A50607";

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(8)
              .build());

  @TempDir Path directory;
  private LiveTables live;

  @BeforeEach
  void start() throws IOException {
    SimulatorSettings settings = SimulatorSettings.defaults().withSlotHold(Duration.ofSeconds(5));
    live = LiveTables.on(KisSimulator.withoutMarket(settings).start(), directory);
    live.create(
        "ticks",
        "contract STRING, price BIGINT, quantity BIGINT",
        List.of(X, Y),
        "'reconnect.initial-delay' = '100 ms'",
        "'reconnect.in-use-delay' = '100 ms'");
    // as where checkpoints are on: this failure must not be tried again
    live.sql.getConfig().set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
  }

  @AfterEach
  void stop() {
    live.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT price FROM ticks WHERE contract = 'A11610' UNION ALL"
            + " SELECT price FROM ticks WHERE contract = 'A50607'",
        "SELECT a.price, b.price FROM ticks a JOIN ticks b ON a.quantity = b.quantity"
            + " WHERE a.contract = 'A11610' AND b.contract = 'A50607'"
      })
  void scansWithDifferentFiltersFailWithTheCauseAndTheFix(String sql) throws Exception {
    try (RunningQuery query = new RunningQuery(live.sql.executeSql(sql))) {
      assertRefused(query);
    }
    live.awaitDisconnected();
  }

  private static void assertRefused(RunningQuery query) {
    assertThat(ExceptionUtils.stringifyException(catchThrowable(query::rest)))
        .contains("The failure is not recoverable")
        .contains("KIS refuses a second session (OPSP8996) on an app key of 'credentials' = 'file:")
        .contains("end the other query, or give the second scan a table with other 'credentials'")
        .doesNotContain(SimulatorSettings.DEFAULT_ACCOUNT.appKey());
  }

  /** What that sentence advises. */
  @Test
  void scansShareASessionWhereTheFilterIsNotPushedDown() throws Exception {
    String sql =
        "SELECT a.price, b.price FROM ticks a JOIN ticks b ON a.quantity = b.quantity"
            + " WHERE a.contract LIKE 'A11610' AND b.contract LIKE 'A50607'";
    try (RunningQuery query = new RunningQuery(live.sql.executeSql(sql))) {
      live.awaitSubscribed(List.of(X, Y));
      live.simulator.pushFrame(TickFrames.trade(X, 1));
      live.simulator.pushFrame(TickFrames.trade(Y, 2));
      assertThat(query.next(1)).containsExactly(Row.of(1L, 2L));
      assertThat(live.simulator.connectionsAccepted()).isEqualTo(1);
    }
  }

  @Test
  void aSecondJobFailsAndTheFirstGoesOn() throws Exception {
    try (RunningQuery first =
        new RunningQuery(
            live.sql.executeSql("SELECT price FROM ticks WHERE contract = 'A11610'"))) {
      live.awaitSubscribed(List.of(X));
      try (RunningQuery second =
          new RunningQuery(live.sql.executeSql("SELECT quantity FROM ticks"))) {
        assertRefused(second);
      }
      live.simulator.pushFrame(TickFrames.trade(X, 1));
      assertThat(first.next(1)).containsExactly(Row.of(1L));
    }
  }

  /** KIS holds the slot of a session that has ended for a while: that is no conflict. */
  @Test
  void aSessionThatHasEndedIsInNobodysWay() throws Exception {
    for (long price = 1; price <= 2; price++) {
      try (RunningQuery query = new RunningQuery(live.sql.executeSql("SELECT price FROM ticks"))) {
        live.awaitSubscribed(List.of(X, Y));
        live.simulator.pushFrame(TickFrames.trade(X, price));
        assertThat(query.next(1)).containsExactly(Row.of(price));
      }
      live.awaitDisconnected();
    }
    assertThat(live.simulator.connectionsAccepted()).as("with those refused").isGreaterThan(2);
  }
}
