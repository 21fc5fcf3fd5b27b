package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.NOT_SENT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The second half of a frame is missing. */
class TruncatedFrameTest {
  @Test
  void itIsRejectedWholeAndItsTradesAreAGap() throws Exception {
    try (FaultRun run = script("- on: frame 10", "  what: truncate").tradesPerSecond(3).after(20)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-27, 31-57")
          .assertRejected("COUNT_MISMATCH")
          .assertGaps(missed(CONTRACT, 28, 30, NOT_SENT, 3))
          .assertBars(0, 30);
    }
  }
}
