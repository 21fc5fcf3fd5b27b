package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import org.junit.jupiter.api.Test;

/** The approval endpoint is called too often. */
class ApprovalRateLimitedTest {
  @Test
  void itIsAskedAgainWithBackOff() throws Exception {
    try (FaultRun run =
        script("- on: approval", "  what: approval-error", "  count: 2").after(40)) {
      run.assertOutcome(
              "APPROVAL_FAILED EGW00201",
              "APPROVAL_FAILED EGW00201",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "16-39")
          .assertGaps(missed(CONTRACT, 1, 15, LATE_JOIN))
          .assertBars(0, 0, 0);
    }
  }
}
