package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import org.junit.jupiter.api.Test;

/** The contract is registered already. */
class Opsp0002AlreadyInSubscribeTest {
  @Test
  void thatIsAsGoodAsSuccess() throws Exception {
    try (FaultRun run = script("- on: subscribe", "  what: error", "  code: OPSP0002").after(20)) {
      run.assertOutcome("CONNECTED", "SUBSCRIBED 111V06 OPSP0002")
          .assertTrades(CONTRACT, "1-19")
          .assertGaps()
          .assertBars(0, 0);
    }
  }
}
