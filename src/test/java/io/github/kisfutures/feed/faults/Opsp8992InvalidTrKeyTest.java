package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.OTHER;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** KIS does not know the contract. */
class Opsp8992InvalidTrKeyTest {
  @Test
  void itIsRefusedForGoodAndTheOtherFlows() throws Exception {
    try (FaultRun run =
        script(
                "- on: subscribe 2",
                "  what: error",
                "  code: OPSP8992",
                "- at: 20500 ms",
                "  what: drop")
            .contracts(CONTRACT, OTHER)
            .after(40)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "REFUSED A50607 OPSP8992",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-20, 26-39")
          .assertTrades(OTHER, "")
          .assertGaps(missed(CONTRACT, 21, 25, RECONNECT))
          .assertBars(0, 0, 50, 0);
    }
  }
}
