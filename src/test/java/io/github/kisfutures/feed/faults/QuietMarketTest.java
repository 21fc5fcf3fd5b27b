package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Hardly anybody trades for an hour. */
class QuietMarketTest {
  @Test
  void pingPongsKeepTheConnectionAlive() throws Exception {
    try (FaultRun run =
        script("").market(new SteadyMarket(1, 600, List.of(CONTRACT))).after(3600)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-5")
          .assertGaps()
          .assertBars(0, 0, 0, 0, 0)
          .assertAttempts(1);
    }
  }
}
