package io.github.kisfutures.analytics.metrics;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.metrics.Counter;

/**
 * A count that is shown twice: as a metric while the job runs, and as an accumulator in the result
 * of a bounded one.
 */
public final class Tally {
  private final Counter metric;
  private final LongCounter accumulator = new LongCounter();

  Tally(Counter metric) {
    this.metric = metric;
  }

  /** Counts one. */
  public void add() {
    add(1);
  }

  /** Counts {@code amount}. */
  public void add(long amount) {
    metric.inc(amount);
    accumulator.add(amount);
  }

  LongCounter accumulator() {
    return accumulator;
  }
}
