package io.github.kisfutures.job.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kisfutures.Eventually;
import io.github.kisfutures.job.LiveResults;
import io.github.kisfutures.job.Scrape;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.simulator.SentFrame;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sink stands still for so long that the hand-off is full, nobody reads the socket, and the
 * server cuts the connection because its PINGPONG is not answered.
 */
@Timeout(240)
class CutWhileHeldJobITCase {
  private static final List<String> CONNECTS =
      List.of(
          "CONNECTED",
          "SUBSCRIBED A11610 OPSP0000",
          "SUBSCRIBED A50607 OPSP0000",
          "SUBSCRIBED 111V06 OPSP0000");

  private static final int RATE = 1_000; // trades a second
  private static final int QUEUE = 100;

  @TempDir Path directory;

  @Test
  void theCutIsAnEventAndItsLossAGap() throws Exception {
    int port = Scrape.freePort();
    Map<String, String> options = new HashMap<>(Scrape.options(port));
    options.put("results.script", HeldSink.script(directory, "ticks").toString());
    options.put("feed.queue-capacity", Integer.toString(QUEUE));
    options.put("analytics.max-feed-delay", "15 s");
    // little fits in between, so the hand-off is soon full
    options.put("taskmanager.memory.segment-size", "4 kb");
    SimulatorSettings server =
        SimulatorSettings.defaults().withPingPong(Duration.ofSeconds(1), Duration.ofSeconds(1));
    try (FaultyJob job = new FaultyJob(directory, server, RATE, options)) {
      job.awaitSubscribed(FaultyJob.CONTRACTS.size());
      HeldSink.holdAfter(500);
      try {
        awaitStandstill(job, port);
        // now the stream is idle: the server asks, and nobody reads the question
        job.simulator.pause();
        Eventually.await("the cut", FaultyJob.PATIENCE, () -> job.simulator.openConnections() == 0);
        job.simulator.resume();
        awaitTrades(job, 500);
      } finally {
        HeldSink.release();
      }
      job.awaitSubscribed(FaultyJob.CONTRACTS.size());
      awaitTrades(job, 500);
      job.simulator.pause();

      assertOutcome(job);
    }
  }

  /**
   * The hand-off is full and stays so: for two seconds of trades nothing is received. A slow job
   * fills it for moments, too, and would read on, and answer, as soon as the market pauses.
   */
  private static void awaitStandstill(FaultyJob job, int port) {
    long[] receivedThen = {-1};
    int[] madeThen = {0};
    Eventually.await(
        "a hand-off that stays full",
        FaultyJob.PATIENCE,
        () -> {
          Scrape scrape = Scrape.of(port);
          long received = scrape.sum("session_framesReceived", "");
          int made = job.simulator.tradesMade().size();
          if (received != receivedThen[0]) {
            receivedThen[0] = received;
            madeThen[0] = made;
          }
          return made - madeThen[0] >= 2 * RATE
              && scrape.sum("session_queueSize", "") >= QUEUE
              && scrape.sum("session_queueFullTime", "") > 0;
        });
  }

  private static void awaitTrades(FaultyJob job, int more) {
    int before = job.simulator.tradesMade().size();
    Eventually.await(
        more + " more trades",
        FaultyJob.PATIENCE,
        () -> job.simulator.tradesMade().size() >= before + more);
  }

  private void assertOutcome(FaultyJob job) {
    Eventually.await(
        "the last trade of every contract is written",
        FaultyJob.PATIENCE,
        () -> lastOf(job).equals(lastWritten(job.json("ticks"))));
    List<JsonNode> ticks = job.json("ticks");
    Set<String> counted = new HashSet<>();
    ticks.forEach(tick -> counted.add(key(tick)));
    assertThat(counted).as("no trade twice").hasSameSizeAs(ticks);
    // what the server sent into the cut did not all arrive
    List<SentFrame> arrived =
        job.simulator.sentFrames().stream()
            .filter(sent -> counted.contains(firstKey(sent)))
            .toList();
    ReferenceRun expected = LiveResults.recomputed(arrived, Duration.ofSeconds(2));
    assertThat(expected.gaps())
        .as("gaps that the cut made")
        .filteredOn(gap -> "UNKNOWN".equals(gap.get("cause")))
        .hasSize(FaultyJob.CONTRACTS.size());
    assertThat(expected.ticks()).as("trades counted").hasSameSizeAs(ticks);
    Eventually.await(
        "every gap is written",
        FaultyJob.PATIENCE,
        () -> job.json("gaps").size() >= expected.gaps().size());
    new LiveResults(directory.resolve("results")).assertSame(expected, "RECONNECT");
    assertThat(job.total("late")).isZero();

    List<String> events = new ArrayList<>(CONNECTS);
    events.add("DISCONNECTED 1006");
    events.addAll(CONNECTS);
    events.add("RESUMED");
    assertThat(job.events()).isEqualTo(events);
    assertThat(job.simulator.connectionsAccepted()).isEqualTo(2);
  }

  private static Map<String, Long> lastOf(FaultyJob job) {
    Map<String, Long> last = new HashMap<>();
    for (StockFuturesTrade trade : job.simulator.tradesMade()) {
      last.merge(trade.contract(), trade.cumulativeVolume(), Math::max);
    }
    return last;
  }

  private static Map<String, Long> lastWritten(List<JsonNode> ticks) {
    Map<String, Long> last = new HashMap<>();
    for (JsonNode tick : ticks) {
      last.merge(
          tick.path("contract").asText(), tick.path("cumulative_volume").asLong(), Math::max);
    }
    return last;
  }

  private static String key(JsonNode tick) {
    return tick.path("contract").asText() + " " + tick.path("cumulative_volume").asLong();
  }

  private static String firstKey(SentFrame sent) {
    String[] fields = sent.text().split("\\|", 4)[3].split("\\^", -1);
    return fields[0] + " " + fields[TradeField.CUMULATIVE_VOLUME.position()];
  }
}
