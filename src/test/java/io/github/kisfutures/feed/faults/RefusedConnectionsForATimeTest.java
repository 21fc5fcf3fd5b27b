package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** Nobody listens for a while. */
class RefusedConnectionsForATimeTest {
  @Test
  void theWaitsDouble() throws Exception {
    try (FaultRun run = script("- at: 0 s", "  what: refuse", "  for: 30 s").after(60)) {
      run.assertOutcome(
              "DISCONNECTED",
              "DISCONNECTED",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "36-59")
          .assertGaps(missed(CONTRACT, 1, 35, LATE_JOIN))
          .assertBars(0, 0, 0)
          .assertAttempts(1, 5002, 15_003, 35_004);
    }
  }
}
