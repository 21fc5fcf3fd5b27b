package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.OTHER;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The server stops reading for long, but goes on sending: what is registered keeps flowing. */
class StalledServerReaderBeyondTheAckTimeoutTest {
  @Test
  void theContractThatWasNotHeardIsAskedForAgainUntilTheServerReads() throws Exception {
    try (FaultRun run =
        script("- on: subscribe", "  what: stall", "  for: 60 s")
            .contracts(CONTRACT, OTHER)
            .after(80)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "STALLED A50607",
              "STALLED A50607",
              "STALLED A50607",
              "SUBSCRIBED A50607 OPSP0000")
          .assertTrades(CONTRACT, "1-79")
          .assertTrades(OTHER, "61-79")
          .assertGaps(missed(OTHER, 1, 60, LATE_JOIN))
          .assertBars(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
  }
}
