package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The app key stays in use after the connection has ended. */
class SlotHeldAfterADropTest {
  @Test
  void theSessionWaitsUntilItIsFree() throws Exception {
    try (FaultRun run =
        script(
                "- on: disconnect",
                "  what: hold-slot",
                "  hold: 30 s",
                "- at: 10500 ms",
                "  what: drop")
            .after(80)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "IN_USE OPSP8996",
              "DISCONNECTED",
              "CONNECTED",
              "IN_USE OPSP8996",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 56-79")
          .assertGaps(missed(CONTRACT, 11, 55, RECONNECT))
          .assertBars(0, 0, 450, 0, 0)
          .assertAttempts(1, 15_501, 35_506, 55_511);
    }
  }
}
