package io.github.kisfutures.job.sinks;

import io.github.kisfutures.source.FeedRecord;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.MapFunction;

/** Passes records on until it is armed; then fails once. One test at a time uses it. */
final class FailOnce implements MapFunction<FeedRecord, FeedRecord> {
  private static final long serialVersionUID = 1L;

  static final AtomicBoolean ARMED = new AtomicBoolean();

  @Override
  public FeedRecord map(FeedRecord happened) {
    if (ARMED.compareAndSet(true, false)) {
      throw new IllegalStateException("the failure that the test asks for");
    }
    return happened;
  }
}
