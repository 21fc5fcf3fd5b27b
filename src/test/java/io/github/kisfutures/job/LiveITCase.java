package io.github.kisfutures.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.reference.ComparedRows;
import io.github.kisfutures.reference.JsonRows;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The live job against the simulator, cut in the middle, held against what the server sent. */
@Timeout(180)
class LiveITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06", "A16610");

  @TempDir Path directory;

  @Test
  void aCutIsMeasuredToTheContractAndVwapStaysExact() throws Exception {
    SimulatorSettings server = SimulatorSettings.defaults();
    try (KisSimulator simulator =
        KisSimulator.withMarket(server, new MarketSettings(CONTRACTS, 60, 7)).start()) {
      Map<String, String> options =
          LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT);
      options.put("analytics.windows", "2 s, 5 s");
      try (LiveJob job = LiveJob.start(LiveJob.settings(options))) {
        awaitSubscribed(simulator);
        awaitTrades(simulator, 300);
        simulator.pause();
        awaitDelivered(simulator, job);
        int before = simulator.sentFrames().size();
        simulator.dropConnections();
        simulator.resume();
        awaitSubscribed(simulator);
        Eventually.await(
            "200 frames after the cut",
            PATIENCE,
            () -> simulator.sentFrames().size() > before + 200);
        simulator.pause();
        awaitDelivered(simulator, job);
        assertRecomputed(simulator);
      }
    }
  }

  private void assertRecomputed(KisSimulator simulator) {
    List<String> lines =
        simulator.sentFrames().stream()
            .map(sent -> KoreaTime.text(sent.atMillis()) + "\t" + sent.text())
            .toList();
    ReferenceRun expected = ReferenceRun.of(lines, Duration.ofSeconds(2), Duration.ofSeconds(5));
    List<Map<String, @Nullable String>> gaps = withCause("UNKNOWN", "RECONNECT", expected.gaps());
    assertThat(gaps).as("the cut lost trades").anyMatch(g -> "RECONNECT".equals(g.get("cause")));
    Path bars = directory.resolve("results/bars");
    Eventually.await(
        expected.bars().size() + " bars",
        PATIENCE,
        () -> rows(ResultTable.BARS, bars).size() >= expected.bars().size());
    ComparedRows.assertSame(ResultTable.BARS, expected.bars(), bars);
    ComparedRows.assertSame(ResultTable.GAPS, gaps, directory.resolve("results/gaps"));
    assertVwapIsTheExchanges(simulator.tradesMade(), rows(ResultTable.BARS, bars));
  }

  /** The bar that lost trades still has the value and volume of every trade that was made. */
  private static void assertVwapIsTheExchanges(
      List<StockFuturesTrade> made, List<Map<String, @Nullable String>> bars) {
    List<Map<String, @Nullable String>> incomplete =
        bars.stream().filter(bar -> "false".equals(bar.get("complete"))).toList();
    assertThat(incomplete).as("bars with missed trades").isNotEmpty();
    for (Map<String, @Nullable String> bar : incomplete) {
      long volume = 0;
      long value = 0;
      BigDecimal covered =
          new BigDecimal(bar.get("volume")).add(new BigDecimal(bar.get("missed_volume")));
      long last = lastVolume(made, bar);
      for (StockFuturesTrade trade : made) {
        if (trade.contract().equals(bar.get("contract"))
            && trade.cumulativeVolume() <= last
            && trade.cumulativeVolume() > last - covered.longValueExact()) {
          volume += trade.quantity();
          value += trade.price() * trade.quantity() * 10;
        }
      }
      assertThat(BigDecimal.valueOf(volume)).as("volume of %s", bar).isEqualByComparingTo(covered);
      assertThat(bar.get("vwap"))
          .as("vwap of %s", bar)
          .isEqualTo(
              BigDecimal.valueOf(value)
                  .divide(BigDecimal.valueOf(volume * 10), 4, RoundingMode.HALF_UP)
                  .toPlainString());
    }
  }

  private static long lastVolume(List<StockFuturesTrade> made, Map<String, @Nullable String> bar) {
    BigDecimal sessionVwap = new BigDecimal(bar.get("session_vwap"));
    return made.stream()
        .filter(trade -> trade.contract().equals(bar.get("contract")))
        .filter(trade -> String.valueOf(trade.price()).equals(bar.get("close")))
        .filter(
            trade ->
                BigDecimal.valueOf(trade.cumulativeValue())
                        .divide(
                            BigDecimal.valueOf(trade.cumulativeVolume() * 10),
                            4,
                            RoundingMode.HALF_UP)
                        .compareTo(sessionVwap)
                    == 0)
        .filter(
            trade -> !trade.eventTime().isBefore(java.time.Instant.parse(bar.get("window_start"))))
        .mapToLong(StockFuturesTrade::cumulativeVolume)
        .max()
        .orElseThrow();
  }

  private static List<Map<String, @Nullable String>> withCause(
      String from, String to, List<Map<String, @Nullable String>> gaps) {
    return gaps.stream()
        .map(
            gap -> {
              Map<String, @Nullable String> copy = new LinkedHashMap<>(gap);
              copy.replace("cause", from, to);
              return copy;
            })
        .toList();
  }

  private static List<Map<String, @Nullable String>> rows(ResultTable table, Path directory) {
    return Files.exists(directory) ? JsonRows.read(table, directory) : List.of();
  }

  private static void awaitSubscribed(KisSimulator simulator) {
    Eventually.await(
        "all contracts subscribed",
        PATIENCE,
        () ->
            simulator.subscriptions().values().stream().mapToInt(java.util.Set::size).sum()
                == CONTRACTS.size());
  }

  private static void awaitTrades(KisSimulator simulator, int frames) {
    Eventually.await(
        frames + " frames sent", PATIENCE, () -> simulator.sentFrames().size() >= frames);
  }

  private static void awaitDelivered(KisSimulator simulator, LiveJob job) {
    Eventually.await(
        "every frame sent was read",
        PATIENCE,
        () -> job.total("frames") == simulator.sentFrames().size());
  }
}
