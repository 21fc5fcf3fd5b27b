package io.github.kisfutures.job.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A contract is refused, another fails once, then the connection drops and its slot is held. */
@Timeout(180)
class RefusalsJobITCase {
  @TempDir Path directory;

  @Test
  void everythingThatHappensIsARowAndTheOthersFlow() throws Exception {
    try (FaultyJob job =
        new FaultyJob(
            directory,
            60,
            Map.of("feed.reconnect.in-use-delay", "11 s"),
            "- {on: subscribe, contract: A50607, what: error, code: OPSP0008}",
            "- {on: subscribe, contract: 111V06, what: error, code: OPSP0007}",
            // held for long enough that even a slow machine's first attempt finds it held, and free
            // before the second
            "- {on: disconnect, what: hold-slot, hold: 10 s}",
            "- {on: frame 20, contract: 111V06, what: drop}")) {
      List<String> expected =
          List.of(
              "CONNECTED",
              "SUBSCRIBED A11610 OPSP0000",
              "REFUSED A50607 OPSP0008",
              "REFUSED 111V06 OPSP0007",
              "SUBSCRIBED 111V06 OPSP0000",
              "DISCONNECTED 1006",
              "CONNECTED",
              "IN_USE OPSP8996",
              "DISCONNECTED",
              "CONNECTED",
              "SUBSCRIBED A11610 OPSP0000",
              "SUBSCRIBED A50607 OPSP0000",
              "SUBSCRIBED 111V06 OPSP0000",
              "RESUMED");
      Eventually.await("all events", FaultyJob.PATIENCE, () -> job.events().contains("RESUMED"));

      assertThat(job.events()).containsExactlyElementsOf(expected);
      // not all that was sent has come: what was under way at the cut is lost
      job.simulator.pause();
      Eventually.await(
          "the gaps of the drop",
          FaultyJob.PATIENCE,
          () ->
              job.json("gaps").stream()
                      .filter(gap -> gap.path("cause").asText().equals("RECONNECT"))
                      .count()
                  == 2);
      assertThat(job.json("gaps").stream())
          .filteredOn(gap -> gap.path("contract").asText().equals("A50607"))
          .extracting(gap -> gap.path("cause").asText())
          .containsExactly("LATE_JOIN");
    }
  }
}
