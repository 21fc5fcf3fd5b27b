package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The handshake takes long, but not too long. */
class SlowAcceptTest {
  @Test
  void theSessionWaits() throws Exception {
    try (FaultRun run =
        script("- on: handshake", "  what: slow-accept", "  delay: 15 s").after(40)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "16-39")
          .assertGaps(missed(CONTRACT, 1, 15, LATE_JOIN))
          .assertBars(0, 0, 0)
          .assertAttempts(1);
    }
  }
}
