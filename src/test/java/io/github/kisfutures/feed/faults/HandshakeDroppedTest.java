package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The connection ends in the handshake. */
class HandshakeDroppedTest {
  @Test
  void itIsTriedAgainWithBackOff() throws Exception {
    try (FaultRun run =
        script("- on: handshake", "  what: drop-handshake", "  count: 2").after(40)) {
      run.assertOutcome(
              "DISCONNECTED", "DISCONNECTED", "CONNECTED", "SUBSCRIBED 111V06 OPSP0000", "RESUMED")
          .assertTrades(CONTRACT, "16-39")
          .assertGaps(missed(CONTRACT, 1, 15, LATE_JOIN))
          .assertBars(0, 0, 0)
          .assertAttempts(1, 5002, 15003);
    }
  }
}
