package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The handshake takes longer than a session waits. */
class SlowAcceptBeyondTheLimitTest {
  @Test
  void itIsGivenUpAndTriedAgain() throws Exception {
    try (FaultRun run =
        script("- on: handshake", "  what: slow-accept", "  delay: 25 s").after(40)) {
      run.assertOutcome("DISCONNECTED", "CONNECTED", "SUBSCRIBED 111V06 OPSP0000", "RESUMED")
          .assertTrades(CONTRACT, "26-39")
          .assertGaps(missed(CONTRACT, 1, 25, LATE_JOIN))
          .assertBars(0, 0)
          .assertAttempts(1, 25_001);
    }
  }
}
