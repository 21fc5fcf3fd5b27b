package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The connection ends where a frame was to be sent. */
class DropOnAFrameTest {
  @Test
  void theFrameItselfIsMissedToo() throws Exception {
    try (FaultRun run = script("- on: frame 10", "  what: drop").after(40)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-9, 16-39")
          .assertGaps(missed(CONTRACT, 10, 15, RECONNECT))
          .assertBars(0, 60, 0, 0);
    }
  }
}
