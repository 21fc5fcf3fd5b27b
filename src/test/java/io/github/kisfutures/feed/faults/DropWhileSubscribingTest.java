package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.OTHER;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The connection ends between two registrations. */
class DropWhileSubscribingTest {
  @Test
  void allContractsAreRegisteredAnew() throws Exception {
    try (FaultRun run =
        script("- on: subscribe 2", "  what: drop").contracts(CONTRACT, OTHER).after(20)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "SUBSCRIBED A50607 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "6-19")
          .assertTrades(OTHER, "6-19")
          .assertGaps(missed(CONTRACT, 1, 5, LATE_JOIN), missed(OTHER, 1, 5, LATE_JOIN))
          .assertBars(0, 0, 0, 0);
    }
  }
}
