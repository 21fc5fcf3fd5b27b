package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import org.junit.jupiter.api.Test;

/** KIS appends fields. */
class WiderFramesTest {
  @Test
  void theyAreIgnored() throws Exception {
    try (FaultRun run =
        script("- on: frame 10", "  what: widen", "  fields: 3", "  for: 1 h")
            .tradesPerSecond(3)
            .after(20)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-57")
          .assertRejected()
          .assertGaps()
          .assertBars(0, 0);
    }
  }
}
