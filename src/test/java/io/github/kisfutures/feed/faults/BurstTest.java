package io.github.kisfutures.feed.faults;

import static io.github.kisfutures.feed.faults.FaultScenario.CONTRACT;
import static io.github.kisfutures.feed.faults.FaultScenario.OTHER;
import static io.github.kisfutures.feed.faults.FaultScenario.script;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.simulator.FrameSource;
import io.github.kisfutures.simulator.MarketSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The market makes 50,000 records a second. */
class BurstTest {
  @Test
  void nothingIsLost() throws Exception {
    List<String> codes = List.of(CONTRACT, OTHER, "A11610", "A16610");
    try (FaultRun run =
        script("- at: 5 s", "  what: burst", "  for: 1 s")
            .contracts(codes.toArray(String[]::new))
            .market(FrameSource.market(new MarketSettings(codes, 20, 7)))
            .after(15)) {
      assertThat(run.kis.made()).hasSizeGreaterThan(50_000);
      run.assertOutcome(
              "CONNECTED",
              "SUBSCRIBED 111V06 OPSP0000",
              "SUBSCRIBED A50607 OPSP0000",
              "SUBSCRIBED A11610 OPSP0000",
              "SUBSCRIBED A16610 OPSP0000")
          .assertGaps()
          .assertBars(0, 0, 0, 0, 0, 0, 0, 0)
          .assertDuplicates(0)
          .assertBalance();
    }
  }
}
