package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.feed.FeedEvent;
import org.junit.jupiter.api.Test;

/** Two sessions carry the contract, and one drops. */
class OneOfTwoSessionsDropsTest {
  @Test
  void nobodyNoticesInTheBars() throws Exception {
    try (FaultRun run =
        script("- at: 10500 ms", "  what: drop", "  session: 1").sessions(2).after(40)) {
      run.assertOutcome(
              "session-1 CONNECTED",
              "session-1 SUBSCRIBED 111V06 OPSP0000",
              "session-2 CONNECTED",
              "session-2 SUBSCRIBED 111V06 OPSP0000",
              "session-1 DISCONNECTED 1006",
              "session-1 CONNECTED",
              "session-1 SUBSCRIBED 111V06 OPSP0000",
              "session-1 RESUMED")
          .assertTrades(CONTRACT, "1-39")
          .assertGaps()
          .assertDuplicates(34)
          .assertBars(0, 0, 0, 0);
      assertThat(run.events.stream().filter(event -> event.kind() == FeedEvent.Kind.DISCONNECTED))
          .singleElement()
          .satisfies(event -> assertThat(event.session()).isEqualTo("session-1"));
    }
  }
}
