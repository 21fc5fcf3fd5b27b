package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RESTART;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The job restarts while KIS still holds its app key. */
class JobRestartIntoAHeldSlotTest {
  @Test
  void itWaitsForTheSlot() throws Exception {
    try (FaultRun run = script("- on: disconnect", "  what: hold-slot", "  hold: 15 s").after(10)) {
      run.restart(Duration.ofSeconds(1))
          .passSeconds(60)
          .assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "CONNECTED",
              "IN_USE OPSP8996",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-9, 37-70")
          .assertGaps(missed(CONTRACT, 10, 36, RESTART));
    }
  }
}
