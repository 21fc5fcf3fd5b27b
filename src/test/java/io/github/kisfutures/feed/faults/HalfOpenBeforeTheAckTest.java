package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The connection falls silent before the answer to a registration. */
class HalfOpenBeforeTheAckTest {
  @Test
  void theAckTimeoutEndsItAndTheApprovalKeyIsNew() throws Exception {
    try (FaultRun run = script("- on: ack", "  what: half-open").after(40)) {
      run.assertOutcome(
              "CONNECTED",
              "STALLED 111V06",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "16-39")
          .assertGaps(missed(CONTRACT, 1, 15, LATE_JOIN))
          .assertBars(0, 0, 0);
      assertThat(run.kis.approvalKeys()).hasSize(2);
    }
  }
}
