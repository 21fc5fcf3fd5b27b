package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Hardly anybody trades, and the server sends no PINGPONG. */
class PingPongWithheldTest {
  @Test
  void theIdleTimeoutEndsTheConnection() throws Exception {
    try (FaultRun run =
        script(
                "- at: 0 s",
                "  what: withhold-pingpong",
                "  for: 60 s",
                "- at: 60 s",
                "  what: withhold-pingpong",
                "  for: 60 s")
            .market(new SteadyMarket(1, 150, List.of(CONTRACT)))
            .after(200)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "STALLED",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1")
          .assertGaps()
          .assertBars(0)
          .assertAttempts(1, 95_005);
    }
  }
}
