package io.github.kisfutures.job.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.StockFuturesTrade;
import java.nio.file.Path;
import java.util.List;
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
        new FaultyJob(directory, 40, "- {on: frame 20, what: burst, rate: 50000, for: 2 s}")) {
      job.awaitSubscribed(FaultyJob.CONTRACTS.size());
      job.awaitFrames(45_000);
      job.stopTheMarket();

      List<StockFuturesTrade> made = job.simulator.tradesMade();
      assertThat(made).hasSizeGreaterThan(50_000);
      assertThat(job.total("duplicates")).isZero();
      assertThat(job.total("missedVolume")).as("missed but for the late join").isLessThan(5_000);
      job.assertRecomputed()
          .gaps()
          .forEach(gap -> assertThat(gap).containsEntry("cause", "LATE_JOIN"));
      assertThat(job.simulator.connectionsAccepted()).isEqualTo(1);
    }
  }
}
