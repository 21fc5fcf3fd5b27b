package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.NOT_SENT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** Frames are not sent, without any sign of it. */
class MissingTradesTest {
  @Test
  void theyAreAGapWithoutAKnownCause() throws Exception {
    try (FaultRun run = script("- on: frame 8", "  what: lose", "  count: 4").after(30)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-7, 12-29")
          .assertGaps(missed(CONTRACT, 8, 11, NOT_SENT))
          .assertBars(0, 40, 0);
    }
  }
}
