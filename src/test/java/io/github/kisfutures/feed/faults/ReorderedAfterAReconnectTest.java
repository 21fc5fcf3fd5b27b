package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The first frame after a reconnection comes after the second. */
class ReorderedAfterAReconnectTest {
  @Test
  void theGapIsStillTheReconnections() throws Exception {
    try (FaultRun run =
        script("- at: 10500 ms", "  what: drop", "- on: frame 11", "  what: reorder").after(30)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 16-29")
          .assertGaps(missed(CONTRACT, 11, 15, RECONNECT))
          .assertBars(0, 50, 0);
    }
  }
}
