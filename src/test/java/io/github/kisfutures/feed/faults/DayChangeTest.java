package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The date changes. */
class DayChangeTest {
  @Test
  void cumulativeVolumeBeginsAnewAndNothingIsMissed() throws Exception {
    try (FaultRun run = script("").begin(Duration.ofHours(15).minusSeconds(30)).after(60)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-29 / 1-30")
          .assertGaps()
          .assertBars(0, 0, 0, 0, 0, 0);
    }
  }
}
