package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.OTHER;
import static io.github.kisfutures.feed.faults.FaultScenario.script;

import org.junit.jupiter.api.Test;

/** KIS unregisters one of two contracts, and nobody has asked for that. */
class UnaskedUnsubscribeTest {
  @Test
  void itIsRegisteredAgainAndTheLossIsMeasured() throws Exception {
    try (FaultRun run =
        script("- on: frame 10", "  contract: A50607", "  what: unsubscribe")
            .contracts(CONTRACT, OTHER)
            .after(60)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "SUBSCRIBED A50607 OPSP0000",
              "UNSUBSCRIBED A50607 OPSP0001",
              "SUBSCRIBED A50607 OPSP0000")
          .assertTrades(CONTRACT, "1-59")
          .assertBalance();
    }
  }
}
