package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** Two silent connections, one after the other. */
class HalfOpenTwiceTest {
  @Test
  void bothAreEndedByTheIdleTimeout() throws Exception {
    try (FaultRun run =
        script("- at: 10500 ms", "  what: half-open", "- on: frame 15", "  what: half-open")
            .after(240)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "STALLED",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED",
              "STALLED",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 106-109, 205-239")
          .assertGaps(missed(CONTRACT, 11, 105, RECONNECT), missed(CONTRACT, 110, 204, RECONNECT))
          .assertBars(0, 0, 950, 950, 0, 0, 0)
          .assertAttempts(1, 105_001, 204_001);
    }
  }
}
