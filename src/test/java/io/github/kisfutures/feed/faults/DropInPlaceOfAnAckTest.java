package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The connection ends where the answer to a registration was to come. */
class DropInPlaceOfAnAckTest {
  @Test
  void theContractIsRegisteredOnTheNextOne() throws Exception {
    try (FaultRun run = script("- on: ack", "  what: drop").after(20)) {
      run.assertOutcome(
              "CONNECTED",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "6-19")
          .assertGaps(missed(CONTRACT, 1, 5, LATE_JOIN))
          .assertBars(0, 0);
    }
  }
}
