package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RECONNECT;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** KIS does not know an app key that it knew before. */
class AppKeyRefusedLaterTest {
  @Test
  void itIsNotFatalAndTriedAgain() throws Exception {
    try (FaultRun run =
        script(
                "- at: 10500 ms",
                "  what: restart",
                "- on: approval 2",
                "  what: approval-error",
                "  code: EGW00103")
            .after(90)) {
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "APPROVAL_FAILED OPSP0011",
              "DISCONNECTED",
              "APPROVAL_FAILED EGW00103",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-10, 56-89")
          .assertGaps(missed(CONTRACT, 11, 55, RECONNECT))
          .assertBars(0, 0, 450, 0, 0, 0);
      assertThat(run.session().fatalFailure()).isNull();
    }
  }
}
