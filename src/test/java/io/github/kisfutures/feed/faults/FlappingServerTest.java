package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** A server that accepts and drops, again and again. */
class FlappingServerTest {
  @Test
  void theBackOffGrowsAllTheSame() throws Exception {
    try (FaultRun run = script("- on: frame every 3", "  what: drop").after(100)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED",
              "DISCONNECTED 1006")
          .assertTrades(CONTRACT, "1-2, 9-10, 22-23, 45-46, 88-89")
          .assertGaps(
              missed(CONTRACT, 3, 8, RECONNECT),
              missed(CONTRACT, 11, 21, RECONNECT),
              missed(CONTRACT, 24, 44, RECONNECT),
              missed(CONTRACT, 47, 87, RECONNECT))
          .assertBars(60, 0, 110, 210, 410)
          .assertAttempts(1, 8001, 21_001, 44_001, 87_001);
    }
  }
}
