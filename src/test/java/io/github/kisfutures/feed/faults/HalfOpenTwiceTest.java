package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.script;

import org.junit.jupiter.api.Test;

/** Two silent connections, one after the other. */
class HalfOpenTwiceTest {
  @Test
  void theBackOffBeginsAnewOnlyAfterALiveTime() throws Exception {
    try (FaultRun run =
        script("- at: 10500 ms", "  what: half-open", "- on: frame 11", "  what: half-open")
            .after(240)) {
      run.assertEvents(
          "CONNECTED",
          "SUBSCRIBED 111V06 OPSP0000",
          "STALLED",
          "DISCONNECTED",
          "CONNECTED",
          "SUBSCRIBED 111V06 OPSP0000",
          "RESUMED",
          "STALLED",
          "DISCONNECTED",
          "CONNECTED",
          "SUBSCRIBED 111V06 OPSP0000",
          "RESUMED");
    }
  }
}
