package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.script;

import io.github.kisfutures.simulator.FrameSource;
import org.junit.jupiter.api.Test;

/** Nobody trades, and the server sends no PINGPONG. */
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
            .market(FrameSource.none())
            .after(200)) {
      run.assertEvents(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "STALLED",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertAttempts(1, 95_005);
    }
  }
}
