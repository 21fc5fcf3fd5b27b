package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import org.junit.jupiter.api.Test;

/** Trade times are half a minute ahead. */
class ClockAheadTest {
  @Test
  void ofOneFrameTheyCloseNoWindow() throws Exception {
    try (FaultRun run = script("- on: frame 50", "  what: skew", "  by: 30 s").after(120)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-119")
          .assertGaps()
          .assertBarsAndLate(0, 0, 0, 0, 0, 0, 10, 0, 0, -10, 0, 0, 0);
    }
  }

  @Test
  void ofTwoFramesTheWatermarkFollowsAndWhatIsBehindIsLate() throws Exception {
    try (FaultRun run =
        script("- on: frame 50", "  what: skew", "  by: 30 s", "  count: 2").after(120)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-119")
          .assertGaps()
          .assertBarsAndLate(18, 0, 0, 0, 0, 0, 200, -20, 0, 0, 0);
    }
  }
}
