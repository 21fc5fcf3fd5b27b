package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import org.junit.jupiter.api.Test;

/** An answer to something that was not asked. */
class Opsp0003UnsubscribeErrorTest {
  @Test
  void itIsNoAnswerToTheRegistration() throws Exception {
    try (FaultRun run = script("- on: subscribe", "  what: error", "  code: OPSP0003").after(20)) {
      run.assertEvents(
              "CONNECTED",
              "STALLED 111V06",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "16-19");
    }
  }
}
