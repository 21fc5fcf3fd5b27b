package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.OTHER;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** One of two registrations gets no answer. */
class AckWithheldOfOneContractTest {
  @Test
  void bothContractsAreRegisteredAnew() throws Exception {
    try (FaultRun run =
        script("- on: ack", "  contract: A50607", "  what: withhold-ack")
            .contracts(CONTRACT, OTHER)
            .after(40)) {
      run.assertEvents(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "STALLED A50607",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "SUBSCRIBED A50607 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 16-39")
          .assertTrades(OTHER, "1-10, 16-39")
          .assertGaps(missed(CONTRACT, 11, 15, RECONNECT), missed(OTHER, 11, 15, RECONNECT));
    }
  }
}
