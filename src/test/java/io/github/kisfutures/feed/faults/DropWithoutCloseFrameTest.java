package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** TCP ends without a close frame. */
class DropWithoutCloseFrameTest {
  @Test
  void whatIsMissedUntilTheReconnectionIsAGap() throws Exception {
    try (FaultRun run = script("- at: 10500 ms", "  what: drop").after(40)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 16-39")
          .assertGaps(missed(CONTRACT, 11, 15, RECONNECT))
          .assertBars(0, 50, 0, 0)
          .assertAttempts(1, 15_501);
    }
  }
}
