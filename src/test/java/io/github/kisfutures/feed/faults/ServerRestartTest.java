package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The server restarts; its approval keys are void. */
class ServerRestartTest {
  @Test
  void theSessionComesBackWithANewKeyAfterTheFloor() throws Exception {
    try (FaultRun run = script("- at: 10500 ms", "  what: restart", "  for: 3 s").after(60)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "APPROVAL_FAILED OPSP0011",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 36-59")
          .assertGaps(missed(CONTRACT, 11, 35, RECONNECT))
          .assertBars(0, 0, 250, 0, 0)
          .assertNoSecrets();
    }
  }
}
