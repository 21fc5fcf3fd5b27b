package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** An answer to something that was not asked. */
class Opsp0003UnsubscribeErrorTest {
  @Test
  void itIsNoAnswerToTheRegistration() throws Exception {
    try (FaultRun run = script("- on: subscribe", "  what: error", "  code: OPSP0003").after(20)) {
      run.assertOutcome(
              "CONNECTED",
              "STALLED 111V06",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "16-19")
          .assertGaps(missed(CONTRACT, 1, 15, LATE_JOIN))
          .assertBars(0);
    }
  }
}
