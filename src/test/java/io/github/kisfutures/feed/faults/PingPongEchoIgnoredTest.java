package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.script;

import io.github.kisfutures.simulator.FrameSource;
import org.junit.jupiter.api.Test;

/** The server does not take the answer to its PINGPONG. */
class PingPongEchoIgnoredTest {
  @Test
  void itCutsTheConnection() throws Exception {
    try (FaultRun run =
        script("- on: echo", "  what: ignore-echo").market(FrameSource.none()).after(60)) {
      run.assertEvents(
          "CONNECTED",
          "SUBSCRIBED 111V06 OPSP0000",
          "DISCONNECTED 1006",
          "CONNECTED",
          "SUBSCRIBED 111V06 OPSP0000",
          "RESUMED");
    }
  }
}
