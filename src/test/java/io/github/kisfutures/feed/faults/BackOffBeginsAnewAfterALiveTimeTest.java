package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** Two drops soon after each other, and one much later. */
class BackOffBeginsAnewAfterALiveTimeTest {
  @Test
  void onlyALiveTimeResetsTheWait() throws Exception {
    try (FaultRun run =
        script(
                "- at: 10500 ms",
                "  what: drop",
                "- at: 16500 ms",
                "  what: drop",
                "- at: 130500 ms",
                "  what: drop")
            .after(160)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 16, 27-130, 136-159")
          .assertGaps(
              missed(CONTRACT, 11, 15, RECONNECT),
              missed(CONTRACT, 17, 26, RECONNECT),
              missed(CONTRACT, 131, 135, RECONNECT))
          .assertBars(0, 50, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50, 0, 0)
          .assertAttempts(1, 15_501, 26_501, 135_501);
    }
  }
}
