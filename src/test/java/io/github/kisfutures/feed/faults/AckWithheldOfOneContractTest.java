package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.OTHER;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import org.junit.jupiter.api.Test;

/** One of two registrations gets no answer. */
class AckWithheldOfOneContractTest {
  @Test
  void itIsAskedForAgainAndNothingIsLost() throws Exception {
    try (FaultRun run =
        script("- on: ack", "  contract: A50607", "  what: withhold-ack")
            .contracts(CONTRACT, OTHER)
            .after(40)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "STALLED A50607",
              "SUBSCRIBED A50607 OPSP0002")
          .assertTrades(CONTRACT, "1-39")
          .assertTrades(OTHER, "1-39")
          .assertGaps();
    }
  }
}
