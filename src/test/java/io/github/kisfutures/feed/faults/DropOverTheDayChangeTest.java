package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.LATE_JOIN;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The connection is down when the date changes. */
class DropOverTheDayChangeTest {
  @Test
  void theEndOfTheOldDayIsUnknownAndTheNewOneIsJoinedLate() throws Exception {
    try (FaultRun run =
        script("- at: 27500 ms", "  what: drop")
            .begin(Duration.ofHours(15).minusSeconds(30))
            .after(60)) {
      Instant midnight = Instant.parse("2026-11-23T15:00:00Z");
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED")
          .assertTrades(CONTRACT, "1-27 / 4-30")
          .assertGaps(missed(CONTRACT, 1, 3, LATE_JOIN, null, midnight.plusSeconds(3)))
          .assertBars(0, 0, 0, 0, 0, 0);
    }
  }
}
