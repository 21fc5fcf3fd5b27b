package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import org.junit.jupiter.api.Test;

/** A frame comes twice. */
class DuplicatedFrameTest {
  @Test
  void itsTradesCountOnce() throws Exception {
    try (FaultRun run =
        script("- on: frame 10", "  what: duplicate", "  count: 2").tradesPerSecond(3).after(20)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-57")
          .assertDuplicates(6)
          .assertGaps()
          .assertBars(0, 0);
    }
  }
}
