package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.NOT_SENT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;
import static io.github.kisfutures.feed.faults.SteadyMarket.time;

import org.junit.jupiter.api.Test;

/** The first record of a frame is missing. */
class MissingRecordOfAFrameTest {
  @Test
  void itIsAGapOfOneTrade() throws Exception {
    try (FaultRun run =
        script("- on: frame 10", "  what: lose-record").tradesPerSecond(3).after(20)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-27, 29-57")
          .assertRejected()
          .assertGaps(missed(CONTRACT, 28, 28, NOT_SENT, time(27, 3), time(29, 3)))
          .assertBars(0, 10);
    }
  }
}
