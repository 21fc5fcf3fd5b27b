package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The server restarts when the date changes. */
class SessionRestartAtTheDayChangeTest {
  @Test
  void whatIsMissedOfTheNewDayIsALateJoin() throws Exception {
    try (FaultRun run =
        script("- on: midnight", "  what: restart")
            .begin(Duration.ofHours(15).minusSeconds(30))
            .after(90)) {
      Instant midnight = Instant.parse("2026-11-23T15:00:00Z");
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "APPROVAL_FAILED OPSP0011",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-29 / 27-60")
          .assertGaps(missed(CONTRACT, 1, 26, LATE_JOIN, null, midnight.plusSeconds(26)))
          .assertBars(0, 0, 0, 0, 0, 0, 0);
    }
  }
}
