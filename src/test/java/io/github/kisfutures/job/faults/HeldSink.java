package io.github.kisfutures.job.faults;

import io.github.kisfutures.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.table.functions.ScalarFunction;

/** A sink of all trades, beside the files, that a test makes stand still. One in a JVM. */
final class HeldSink {
  private static final AtomicLong PASSED = new AtomicLong();
  private static volatile CountDownLatch gate = new CountDownLatch(0);

  private HeldSink() {}

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

  /**
   * Writes a results script with this sink.
   *
   * @param from the first table of the files that is written, as {@code bars}; those before it are
   *     not
   */
  static Path script(Path directory, String from) throws IOException {
    String files = Files.readString(Path.of("sql/results/files.sql"));
    return Files.writeString(
        directory.resolve("held.sql"),
        files.substring(files.indexOf("CREATE TEMPORARY TABLE files_" + from))
            + """

            CREATE TEMPORARY FUNCTION gate AS '%s';
            CREATE TEMPORARY TABLE held (`contract` STRING) WITH ('connector' = 'blackhole');
            INSERT INTO held SELECT gate(`contract`) FROM ticks;
            """
                .formatted(Gate.class.getName()));
  }

  /** Waits until so many further rows have passed, and stops the others. */
  static void holdAfter(int rows) {
    long passed = PASSED.get();
    Eventually.await("rows in the sink", FaultyJob.PATIENCE, () -> PASSED.get() > passed + rows);
    gate = new CountDownLatch(1);
  }

  /** Lets all rows pass again. */
  static void release() {
    gate.countDown();
  }
}
