package io.github.kisfutures.job.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.job.Scrape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sink of the results stands still for longer than a feed may be late, and then goes on. */
@Timeout(180)
class SlowSinkJobITCase {
  private static final int QUEUE = 500;

  @TempDir Path directory;
  private int port;

  @Test
  void whatWaitedInTheHandOffIsNeitherLostNorLate() throws Exception {
    try (FaultyJob job = new FaultyJob(directory, 4_000, options(65_536))) {
      stall(job, 16_000, false);

      job.assertRecomputed()
          .gaps()
          .forEach(gap -> assertThat(gap).containsEntry("cause", "LATE_JOIN"));
      assertThat(job.total("late")).isZero();
      assertThat(job.json("bars")).allMatch(bar -> bar.path("complete").asBoolean());
      assertThat(job.simulator.connectionsAccepted()).isEqualTo(1);
    }
  }

  @Test
  void aFullHandOffPushesBackAndLosesNothing() throws Exception {
    Map<String, String> options = options(QUEUE);
    options.put("analytics.max-feed-delay", "8 s");
    try (FaultyJob job = new FaultyJob(directory, 4_000, options)) {
      stall(job, 16_000, true);

      job.assertRecomputed()
          .gaps()
          .forEach(gap -> assertThat(gap).containsEntry("cause", "LATE_JOIN"));
      assertThat(job.total("late")).isZero();
      assertThat(job.simulator.connectionsAccepted()).isEqualTo(1);
    }
  }

  /** The sink stands still while the market makes so many trades: four seconds of them. */
  private void stall(FaultyJob job, int trades, boolean fillsTheHandOff) {
    job.awaitSubscribed(FaultyJob.CONTRACTS.size());
    HeldSink.holdAfter(1000);
    try {
      int before = job.simulator.tradesMade().size();
      Eventually.await(
          trades + " trades behind the sink",
          FaultyJob.PATIENCE,
          () -> job.simulator.tradesMade().size() > before + trades);
      assertThat(job.total("frames"))
          .as("frames read while the sink stands still")
          .isLessThan(job.simulator.sentFrames().size() - 1000L);
      if (fillsTheHandOff) {
        Eventually.await(
            "back-pressure is seen",
            FaultyJob.PATIENCE,
            () -> fullTime() > 0 && Scrape.of(port).sum("session_queueSize", "") >= QUEUE);
      } else {
        assertThat(fullTime()).as("time for which the hand-off was full").isZero();
      }
    } finally {
      HeldSink.release();
    }
    job.stopTheMarket();
  }

  private long fullTime() {
    return Scrape.of(port).sum("session_queueFullTime", "session=\"session-1\"");
  }

  private Map<String, String> options(int queue) throws Exception {
    port = Scrape.freePort();
    Map<String, String> options = new HashMap<>(Scrape.options(port));
    options.put("results.script", HeldSink.script(directory, "bars").toString());
    options.put("feed.queue-capacity", Integer.toString(queue));
    options.put("analytics.max-feed-delay", "1 s");
    return options;
  }
}
