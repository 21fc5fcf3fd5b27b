package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The answer to a registration never comes, though the contract is registered. */
class AckWithheldTest {
  @Test
  void theAckTimeoutEndsTheConnectionAndWhatCameBeforeCounts() throws Exception {
    try (FaultRun run = script("- on: ack", "  what: withhold-ack").after(40)) {
      run.assertOutcome(
              "CONNECTED",
              "STALLED 111V06",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 16-39")
          .assertGaps(missed(CONTRACT, 11, 15, RECONNECT))
          .assertBars(0, 50, 0, 0);
      assertThat(run.kis.approvalKeys()).hasSize(2);
    }
  }
}
