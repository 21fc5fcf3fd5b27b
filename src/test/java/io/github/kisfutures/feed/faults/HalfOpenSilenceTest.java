package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The connection stays, but nothing comes any more. */
class HalfOpenSilenceTest {
  @Test
  void theIdleTimeoutEndsIt() throws Exception {
    try (FaultRun run = script("- at: 10500 ms", "  what: half-open").after(120)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "STALLED",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 106-119")
          .assertGaps(missed(CONTRACT, 11, 105, RECONNECT))
          .assertBars(0, 0, 950, 0)
          .assertAttempts(1, 105_001);
    }
  }
}
