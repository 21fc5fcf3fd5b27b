package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** KIS does not accept the approval key, and echoes it. */
class Opsp9994ApprovalKeyRefusedTest {
  @Test
  void theNextOneIsNewAfterTheFloorAndTheKeyIsNotShown() throws Exception {
    try (FaultRun run = script("- on: subscribe", "  what: error", "  code: OPSP9994").after(40)) {
      run.assertOutcome(
              "CONNECTED",
              "APPROVAL_FAILED OPSP9994",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "21-39")
          .assertGaps(missed(CONTRACT, 1, 20, LATE_JOIN))
          .assertBars(0, 0)
          .assertNoSecrets();
      assertThat(run.kis.approvalKeys()).hasSize(2);
      assertThat(run.events.get(1).detail()).contains("[redacted]");
    }
  }
}
