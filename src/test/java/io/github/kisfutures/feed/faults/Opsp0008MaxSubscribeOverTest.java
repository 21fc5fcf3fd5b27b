package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.OTHER;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** There are too many registrations. */
class Opsp0008MaxSubscribeOverTest {
  @Test
  void thatContractIsRefusedUntilTheNextConnection() throws Exception {
    try (FaultRun run =
        script(
                "- on: subscribe 2",
                "  what: error",
                "  code: OPSP0008",
                "- at: 20500 ms",
                "  what: drop")
            .contracts(CONTRACT, OTHER)
            .after(40)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "REFUSED A50607 OPSP0008",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "SUBSCRIBED A50607 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-20, 26-39")
          .assertTrades(OTHER, "26-39")
          .assertGaps(missed(CONTRACT, 21, 25, RECONNECT), missed(OTHER, 1, 25, LATE_JOIN))
          .assertBars(0, 0, 50, 0, 0, 0);
    }
  }
}
