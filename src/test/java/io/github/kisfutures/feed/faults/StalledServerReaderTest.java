package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.OTHER;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The server stops reading for less than the ack timeout. */
class StalledServerReaderTest {
  @Test
  void theRegistrationIsLateAndTheConnectionStays() throws Exception {
    try (FaultRun run =
        script("- on: subscribe", "  what: stall", "  for: 8 s")
            .contracts(CONTRACT, OTHER)
            .after(20)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000", "SUBSCRIBED A50607 OPSP0000")
          .assertTrades(CONTRACT, "1-19")
          .assertTrades(OTHER, "9-19")
          .assertGaps(missed(OTHER, 1, 8, LATE_JOIN))
          .assertBars(0, 0, 0, 0)
          .assertAttempts(1);
    }
  }
}
