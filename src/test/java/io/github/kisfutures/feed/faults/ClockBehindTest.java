package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import org.junit.jupiter.api.Test;

/** Trade times are a minute and a half behind. */
class ClockBehindTest {
  @Test
  void suchTradesAreLateForTheirBarAndNoneIsMissed() throws Exception {
    try (FaultRun run =
        script("- on: frame 100", "  what: skew", "  by: -90 s", "  count: 3").after(130)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-129")
          .assertGaps()
          .assertBarsAndLate(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 0, 0);
    }
  }
}
