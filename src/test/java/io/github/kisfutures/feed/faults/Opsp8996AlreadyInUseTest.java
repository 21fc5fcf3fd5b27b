package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** Another session holds the app key. */
class Opsp8996AlreadyInUseTest {
  @Test
  void itWaitsLongAndTakesANewApprovalKey() throws Exception {
    try (FaultRun run =
        script("- on: subscribe", "  what: error", "  code: OPSP8996", "  count: 3").after(120)) {
      run.assertOutcome(
              "CONNECTED",
              "IN_USE OPSP8996",
              "DISCONNECTED",
              "CONNECTED",
              "IN_USE OPSP8996",
              "DISCONNECTED",
              "CONNECTED",
              "IN_USE OPSP8996",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "61-119")
          .assertGaps(missed(CONTRACT, 1, 60, LATE_JOIN))
          .assertBars(0, 0, 0, 0, 0, 0)
          .assertAttempts(1, 20_006, 40_011, 60_016);
    }
  }
}
