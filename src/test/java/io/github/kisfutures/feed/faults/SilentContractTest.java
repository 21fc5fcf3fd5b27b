package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.NOT_SENT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.OTHER;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** One contract falls silent for long, the other goes on. */
class SilentContractTest {
  @Test
  void thatIsNoReasonToReconnect() throws Exception {
    try (FaultRun run =
        script("- on: frame 20", "  contract: A50607", "  what: lose", "  for: 2 min")
            .contracts(CONTRACT, OTHER)
            .after(180)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000", "SUBSCRIBED A50607 OPSP0000")
          .assertTrades(CONTRACT, "1-179")
          .assertTrades(OTHER, "1-19, 140-179")
          .assertGaps(missed(OTHER, 20, 139, NOT_SENT))
          .assertBars(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1200, 0, 0, 0)
          .assertAttempts(1);
    }
  }
}
