package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.script;

import io.github.kisfutures.simulator.FrameSource;
import org.junit.jupiter.api.Test;

/** Nobody trades for an hour. */
class QuietMarketTest {
  @Test
  void pingPongsKeepTheConnectionAlive() throws Exception {
    try (FaultRun run = script("").market(FrameSource.none()).after(3600)) {
      run.assertEvents("CONNECTED", "SUBSCRIBED 111V06 OPSP0000").assertAttempts(1);
    }
  }
}
