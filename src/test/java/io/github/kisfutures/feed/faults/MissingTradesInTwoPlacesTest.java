package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.NOT_SENT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** Frames are missing here and there. */
class MissingTradesInTwoPlacesTest {
  @Test
  void everyHoleIsAGapOfItsOwn() throws Exception {
    try (FaultRun run = script("- on: frame every 6", "  what: lose").after(33)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-5, 7-11, 13-17, 19-23, 25-29, 31-32")
          .assertGaps(
              missed(CONTRACT, 6, 6, NOT_SENT),
              missed(CONTRACT, 12, 12, NOT_SENT),
              missed(CONTRACT, 18, 18, NOT_SENT),
              missed(CONTRACT, 24, 24, NOT_SENT),
              missed(CONTRACT, 30, 30, NOT_SENT))
          .assertBars(10, 20, 10, 10);
    }
  }
}
