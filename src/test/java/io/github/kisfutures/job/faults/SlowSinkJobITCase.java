package io.github.kisfutures.job.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.table.functions.ScalarFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sink of the results stands still for longer than a feed may be late, and then goes on. */
@Timeout(180)
class SlowSinkJobITCase {
  private static final int QUEUE = 500;
  private static volatile CountDownLatch gate = new CountDownLatch(0);
  private static final AtomicLong PASSED = new AtomicLong();

  @TempDir Path directory;

  /** Lets a row of the sink pass when the gate is open. */
  public static final class Gate extends ScalarFunction {
    private static final long serialVersionUID = 1L;

    /** The contract, later. */
    public String eval(String contract) throws InterruptedException {
      gate.await();
      PASSED.incrementAndGet();
      return contract;
    }
  }

  @Test
  void whatWaitedInTheHandOffIsNeitherLostNorLate() throws Exception {
    try (FaultyJob job = new FaultyJob(directory, 4_000, options(65_536))) {
      stall(job, 16_000);

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
      stall(job, 16_000);

      job.assertRecomputed()
          .gaps()
          .forEach(gap -> assertThat(gap).containsEntry("cause", "LATE_JOIN"));
      assertThat(job.total("late")).isZero();
      assertThat(job.simulator.connectionsAccepted()).isEqualTo(1);
    }
  }

  /** The sink stands still while the market makes so many trades: four seconds of them. */
  private static void stall(FaultyJob job, int trades) {
    job.awaitSubscribed(FaultyJob.CONTRACTS.size());
    long passed = PASSED.get();
    Eventually.await("rows in the sink", FaultyJob.PATIENCE, () -> PASSED.get() > passed + 1000);
    CountDownLatch closed = new CountDownLatch(1);
    gate = closed;
    try {
      int before = job.simulator.tradesMade().size();
      Eventually.await(
          trades + " trades behind the sink",
          FaultyJob.PATIENCE,
          () -> job.simulator.tradesMade().size() > before + trades);
      assertThat(job.total("frames"))
          .as("frames read while the sink stands still")
          .isLessThan(job.simulator.sentFrames().size() - 1000L);
    } finally {
      closed.countDown();
    }
    job.stopTheMarket();
  }

  private Map<String, String> options(int queue) throws Exception {
    String files = Files.readString(Path.of("sql/results/files.sql"));
    Path script = directory.resolve("slow.sql");
    Files.writeString(
        script,
        files.substring(files.indexOf("CREATE TEMPORARY TABLE files_bars"))
            + """

            CREATE TEMPORARY FUNCTION gate AS '%s';
            CREATE TEMPORARY TABLE slow (`contract` STRING) WITH ('connector' = 'blackhole');
            INSERT INTO slow SELECT gate(`contract`) FROM ticks;
            """
                .formatted(Gate.class.getName()));
    return new java.util.HashMap<>(
        Map.of(
            "results.script", script.toString(),
            "feed.queue-capacity", Integer.toString(queue),
            "analytics.max-feed-delay", "1 s"));
  }
}
