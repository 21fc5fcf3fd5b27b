package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.OTHER;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** A registration fails at the server. */
class Opsp0009MciSendFailedTest {
  @Test
  void thatContractIsTriedAgainAndTheOtherFlows() throws Exception {
    try (FaultRun run =
        script(
                "- on: subscribe",
                "  contract: A50607",
                "  what: error",
                "  code: OPSP0009",
                "  count: 2")
            .contracts(CONTRACT, OTHER)
            .after(40)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "REFUSED A50607 OPSP0009",
              "REFUSED A50607 OPSP0009",
              "SUBSCRIBED A50607 OPSP0000")
          .assertTrades(CONTRACT, "1-39")
          .assertTrades(OTHER, "16-39")
          .assertGaps(missed(OTHER, 1, 15, LATE_JOIN))
          .assertBars(0, 0, 0, 0, 0, 0, 0)
          .assertAttempts(1);
    }
  }
}
