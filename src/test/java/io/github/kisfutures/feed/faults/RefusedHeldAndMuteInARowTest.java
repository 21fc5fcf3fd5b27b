package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** One fault after the other: refused, in use, no ack, then all is well. */
class RefusedHeldAndMuteInARowTest {
  @Test
  void everyStepIsToldAndMeasured() throws Exception {
    try (FaultRun run =
        script(
                "- at: 10500 ms",
                "  what: drop",
                "- on: disconnect",
                "  what: hold-slot",
                "  hold: 30 s",
                "- on: connect 2",
                "  what: refuse",
                "- on: ack 3",
                "  what: withhold-ack")
            .after(200)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "DISCONNECTED",
              "CONNECTED",
              "IN_USE OPSP8996",
              "DISCONNECTED",
              "CONNECTED",
              "STALLED 111V06",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 46-55, 96-199")
          .assertGaps(missed(CONTRACT, 11, 45, RECONNECT), missed(CONTRACT, 56, 95, RECONNECT))
          .assertBars(0, 0, 350, 0, 400, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
  }
}
