package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** Two sessions carry the contract, and both drop at once. */
class BothSessionsDropTest {
  @Test
  void whatBothMissIsAGap() throws Exception {
    try (FaultRun run = script("- at: 10500 ms", "  what: drop").sessions(2).after(40)) {
      run.assertOutcome(
              "session-1 CONNECTED",
              "session-1 SUBSCRIBED 111V06 OPSP0000",
              "session-2 CONNECTED",
              "session-2 SUBSCRIBED 111V06 OPSP0000",
              "session-1 DISCONNECTED 1006",
              "session-2 DISCONNECTED 1006",
              "session-1 CONNECTED",
              "session-1 SUBSCRIBED 111V06 OPSP0000",
              "session-1 RESUMED",
              "session-2 CONNECTED",
              "session-2 SUBSCRIBED 111V06 OPSP0000",
              "session-2 RESUMED")
          .assertTrades(CONTRACT, "1-10, 16-39")
          .assertGaps(missed(CONTRACT, 11, 15, RECONNECT))
          .assertBars(0, 50, 0, 0);
    }
  }
}
