package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.analytics.continuity.GapCause.RESTART;
import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static io.github.kisfutures.feed.faults.SteadyMarket.missed;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The job restarts from its state. */
class JobRestartTest {
  @Test
  void itWaitsOutTheBackOffAndTheGapIsTheRestarts() throws Exception {
    try (FaultRun run = script("").after(10)) {
      run.restart(Duration.ofSeconds(7))
          .passSeconds(20)
          .assertOutcome(
              "CONNECTED", "SUBSCRIBED 111V06 OPSP0000", "CONNECTED", "SUBSCRIBED 111V06 OPSP0000")
          .assertTrades(CONTRACT, "1-9, 23-36")
          .assertGaps(missed(CONTRACT, 10, 22, RESTART))
          .assertBars(0, 130, 0)
          .assertAttempts(1, 22_001);
    }
  }
}
