package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import org.junit.jupiter.api.Test;

/** The server stops reading while frames flow. */
class StalledServerReaderInALiveStreamTest {
  @Test
  void nobodyNotices() throws Exception {
    try (FaultRun run = script("- at: 10 s", "  what: stall", "  for: 60 s").after(100)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-99")
          .assertGaps()
          .assertBars(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
  }
}
