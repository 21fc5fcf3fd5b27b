package io.github.kisfutures.job.sinks;

import io.github.kisfutures.source.FeedRecord;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Passes the records of a replay on, slowly enough for checkpoints, and fails after the third one
 * at some record in the middle. After the failure it lets everything pass at full speed. One test
 * at a time uses it, with parallelism 1.
 */
final class FailInTheMiddle extends RichMapFunction<FeedRecord, FeedRecord>
    implements CheckpointListener {
  private static final long serialVersionUID = 1L;
  private static final int CHECKPOINTS = 3;
  private static final long PAUSE_NANOS = 200_000;

  static final AtomicInteger FAILURES = new AtomicInteger();

  private int checkpoints;
  private int sinceCheckpoint;

  @Override
  public FeedRecord map(FeedRecord happened) {
    if (FAILURES.get() == 0) {
      LockSupport.parkNanos(PAUSE_NANOS);
      if (checkpoints >= CHECKPOINTS && ++sinceCheckpoint > 100) {
        FAILURES.incrementAndGet();
        throw new IllegalStateException("the failure that the test asks for");
      }
    }
    return happened;
  }

  @Override
  public void notifyCheckpointComplete(long id) {
    checkpoints++;
  }
}
