package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import io.github.kisfutures.feed.ManualScheduler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The server does not take the answer to its PINGPONG. */
class PingPongEchoIgnoredTest {
  @Test
  void itCutsTheConnection() throws Exception {
    try (FaultRun run =
        script("- on: echo", "  what: ignore-echo")
            .market(new SteadyMarket(1, 23, List.of(CONTRACT)))
            .after(80)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "2-3")
          .assertGaps(
              missed(CONTRACT, 1, 1, LATE_JOIN, null, ManualScheduler.START.plusSeconds(46)))
          .assertBars(0, 0);
    }
  }
}
