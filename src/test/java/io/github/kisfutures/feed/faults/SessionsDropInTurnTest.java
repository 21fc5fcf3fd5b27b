package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import org.junit.jupiter.api.Test;

/** Two sessions carry the contract, and drop in turn. */
class SessionsDropInTurnTest {
  @Test
  void nothingIsMissedWhileOneLives() throws Exception {
    try (FaultRun run =
        script(
                "- at: 10500 ms",
                "  what: drop",
                "  session: 1",
                "- at: 16500 ms",
                "  what: drop",
                "  session: 2")
            .sessions(2)
            .after(40)) {
      run.assertOutcome(
              "session-1 CONNECTED",
              "session-1 SUBSCRIBED 111V06 OPSP0000",
              "session-2 CONNECTED",
              "session-2 SUBSCRIBED 111V06 OPSP0000",
              "session-1 DISCONNECTED 1006",
              "session-1 CONNECTED",
              "session-1 SUBSCRIBED 111V06 OPSP0000",
              "session-1 RESUMED",
              "session-2 DISCONNECTED 1006",
              "session-2 CONNECTED",
              "session-2 SUBSCRIBED 111V06 OPSP0000",
              "session-2 RESUMED")
          .assertTrades(CONTRACT, "1-39")
          .assertGaps()
          .assertBars(0, 0, 0, 0);
    }
  }
}
