package io.github.kisfutures.analytics.metrics;

import org.apache.flink.api.common.functions.RuntimeContext;

/**
 * A count that is shown twice: as a metric while the job runs, and as an accumulator in the result
 * of a bounded one.
 */
public final class Tally {
  private final Sum sum = new Sum();

  /** Registers both with an operator. */
  Tally(RuntimeContext context, String name) {
    context.getMetricGroup().counter(name, sum);
    context.addAccumulator(name, sum);
  }

  /** Counts one. */
  public void add() {
    add(1);
  }

  /** Counts {@code amount}; held at the limits of a long. */
  public void add(long amount) {
    sum.inc(amount);
  }
}
