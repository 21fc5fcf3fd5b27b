package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.OTHER;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import org.junit.jupiter.api.Test;

/** A frame holds records of two contracts. */
class MixedContractsFrameTest {
  @Test
  void eachRecordCountsForItsOwn() throws Exception {
    try (FaultRun run =
        script("- on: frame 7", "  contract: 111V06", "  what: mix")
            .contracts(CONTRACT, OTHER)
            .after(20)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000", "SUBSCRIBED A50607 OPSP0000")
          .assertTrades(CONTRACT, "1-19")
          .assertTrades(OTHER, "1-19")
          .assertRejected()
          .assertGaps()
          .assertBars(0, 0, 0, 0);
    }
  }
}
