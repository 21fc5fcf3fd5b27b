package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** After a drop nobody listens for a while. */
class RefusedAfterADropTest {
  @Test
  void theGapReachesToTheConnectionThatOpens() throws Exception {
    try (FaultRun run =
        script("- at: 10500 ms", "  what: drop", "- at: 10500 ms", "  what: refuse", "  for: 10 s")
            .after(60)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 26-59")
          .assertGaps(missed(CONTRACT, 11, 25, RECONNECT))
          .assertBars(0, 0, 150, 0, 0, 0);
    }
  }
}
