package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.OTHER;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The server stops reading for long. */
class StalledServerReaderBeyondTheAckTimeoutTest {
  @Test
  void theConnectionCountsAsMute() throws Exception {
    try (FaultRun run =
        script("- on: subscribe", "  what: stall", "  for: 60 s")
            .contracts(CONTRACT, OTHER)
            .after(40)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "STALLED A50607",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "SUBSCRIBED A50607 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 16-39")
          .assertTrades(OTHER, "16-39")
          .assertGaps(missed(CONTRACT, 11, 15, RECONNECT), missed(OTHER, 1, 15, LATE_JOIN))
          .assertBars(0, 50, 0, 0, 0, 0, 0);
    }
  }
}
