package io.github.kisfutures.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query stands still for longer than a feed may be late: Flink's windows drop late rows. */
@Timeout(240)
class SlowQueryITCase {
  private static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06");
  private static final int RATE = 500;
  private static final AtomicLong PASSED = new AtomicLong();
  private static volatile CountDownLatch gate = new CountDownLatch(0);

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir Path directory;

  /** Lets a row pass when the gate is open. */
  public static final class Gate extends ScalarFunction {
    private static final long serialVersionUID = 1L;

    /** The contract, later. */
    public String eval(String contract) throws InterruptedException {
      gate.await();
      PASSED.incrementAndGet();
      return contract;
    }
  }

  @ParameterizedTest(name = "object reuse {0}")
  @ValueSource(booleans = {false, true})
  void whatWaitedInTheHandOffIsNeitherLostNorLate(boolean objectReuse) throws Exception {
    KisSimulator market =
        KisSimulator.withMarket(
                SimulatorSettings.defaults(), new MarketSettings(CONTRACTS, RATE, 11))
            .start();
    try (LiveTables live = LiveTables.on(market, directory)) {
      live.sql.getConfig().set(PipelineOptions.OBJECT_REUSE, objectReuse);
      live.create(
          "ticks",
          "contract STRING, event_time TIMESTAMP_LTZ(3),"
              + " WATERMARK FOR event_time AS SOURCE_WATERMARK()",
          CONTRACTS,
          "'max-feed-delay' = '3 s'");
      live.sql.createTemporarySystemFunction("gate", Gate.class);
      live.sql.executeSql(
          "CREATE VIEW slow AS SELECT gate(contract) AS contract, event_time FROM ticks");
      AtomicLong counted = new AtomicLong();
      try (RunningQuery query =
          new RunningQuery(
              live.sql.executeSql(
                  "SELECT contract, COUNT(*) FROM TABLE(TUMBLE(TABLE slow, DESCRIPTOR(event_time),"
                      + " INTERVAL '1' SECOND)) GROUP BY contract, window_start, window_end"))) {
        CompletableFuture<Void> counting =
            CompletableFuture.runAsync(
                () -> query.forEach(row -> counted.addAndGet((long) row.getField(1))));
        live.awaitSubscribed(CONTRACTS);
        stall(market);
        market.pause();
        long sent = market.sentFrames().stream().mapToInt(SlowQueryITCase::trades).sum();
        Eventually.await(
            sent + " trades in windows", LiveTables.PATIENCE, () -> counted.get() >= sent);
        assertThat(counted).hasValue(sent);
        assertThat(counting).isNotDone();
      }
      assertThat(market.connectionsAccepted()).isEqualTo(1);
    }
  }

  /** The query stands still while the market makes six seconds of trades. */
  private static void stall(KisSimulator market) {
    long passed = PASSED.get();
    Eventually.await("rows in the query", LiveTables.PATIENCE, () -> PASSED.get() > passed + RATE);
    CountDownLatch closed = new CountDownLatch(1);
    gate = closed;
    try {
      int before = market.tradesMade().size();
      Eventually.await(
          "six seconds of trades behind the query",
          LiveTables.PATIENCE,
          () -> market.tradesMade().size() > before + 6 * RATE);
    } finally {
      closed.countDown();
    }
  }

  private static int trades(io.github.kisfutures.simulator.SentFrame frame) {
    return Integer.parseInt(frame.text().split("\\|", 4)[2]);
  }
}
