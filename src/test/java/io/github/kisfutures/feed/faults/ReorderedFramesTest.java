package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import org.junit.jupiter.api.Test;

/** Two frames come the wrong way round, also over the end of a bar. */
class ReorderedFramesTest {
  @Test
  void neitherBarsNorGapsNotice() throws Exception {
    try (FaultRun run =
        script(
                "- on: frame 5",
                "  what: reorder",
                "- on: frame 9",
                "  what: reorder",
                "- on: frame 19",
                "  what: reorder")
            .after(30)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-29")
          .assertDuplicates(0)
          .assertGaps()
          .assertBars(0, 0, 0);
    }
  }
}
