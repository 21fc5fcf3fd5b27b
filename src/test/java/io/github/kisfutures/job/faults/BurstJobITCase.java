package io.github.kisfutures.job.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.StockFuturesTrade;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The market makes 50,000 records a second for a while. */
@Timeout(180)
class BurstJobITCase {
  @TempDir Path directory;

  @Test
  void nothingIsLost() throws Exception {
    try (FaultyJob job =
        new FaultyJob(
            directory,
            40,
            // on a busy machine the burst takes a while to arrive, and would be late by the clock
            Map.of("analytics.max-feed-delay", "25 s"),
            "- {on: frame 20, what: burst, rate: 50000, for: 2 s}")) {
      job.awaitSubscribed(FaultyJob.CONTRACTS.size());
      job.awaitFrames(45_000);
      job.stopTheMarket();

      List<StockFuturesTrade> made = job.simulator.tradesMade();
      assertThat(made).hasSizeGreaterThan(50_000);
      assertThat(job.total("duplicates")).isZero();
      List<Map<String, @Nullable String>> gaps = job.assertRecomputed().gaps();
      assertThat(gaps).allSatisfy(gap -> assertThat(gap).containsEntry("cause", "LATE_JOIN"));
      assertThat(job.total("missedVolume"))
          .as("what was traded before the session, and nothing else")
          .isEqualTo(
              gaps.stream()
                  .mapToLong(gap -> Long.parseLong(String.valueOf(gap.get("missed_volume"))))
                  .sum());
      assertThat(job.simulator.connectionsAccepted()).isEqualTo(1);
    }
  }
}
