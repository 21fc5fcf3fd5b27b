package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The connection ends, and the next one does in its handshake. */
class HandshakeDroppedDuringReconnectTest {
  @Test
  void theGapReachesToTheThirdConnection() throws Exception {
    try (FaultRun run =
        script("- at: 10500 ms", "  what: drop", "- on: handshake 2", "  what: drop-handshake")
            .after(40)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 26-39")
          .assertGaps(missed(CONTRACT, 11, 25, RECONNECT))
          .assertBars(0, 0, 150, 0)
          .assertAttempts(1, 15_501, 25_502);
    }
  }
}
