package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A reconnection that is quicker than the market. */
class DropBetweenTwoTradesLosesNothingTest {
  @Test
  void thereIsNoGapRow() throws Exception {
    try (FaultRun run =
        script("- at: 10500 ms", "  what: drop")
            .market(new SteadyMarket(1, 20, List.of(CONTRACT)))
            .after(100)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-4")
          .assertGaps()
          .assertBars(0, 0, 0, 0);
    }
  }
}
