package io.github.kisfutures.analytics.metrics;

import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.metrics.Counter;

/**
 * A sum that is held at the limits of a long: the wire's absurdities shall not turn what is missed
 * into a negative number. Metric and accumulator in one. Mutable, of one thread.
 */
final class Sum implements Accumulator<Long, Long>, Counter {
  private static final long serialVersionUID = 1L;

  private long value;

  @Override
  public void add(Long amount) {
    inc(amount);
  }

  @Override
  public void inc() {
    inc(1);
  }

  @Override
  public void inc(long amount) {
    long sum = value + amount;
    boolean overflows = ((value ^ sum) & (amount ^ sum)) < 0;
    value = overflows ? (amount < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }

  @Override
  public void dec() {
    dec(1);
  }

  @Override
  public void dec(long amount) {
    inc(amount == Long.MIN_VALUE ? Long.MAX_VALUE : -amount);
  }

  @Override
  public long getCount() {
    return value;
  }

  @Override
  public Long getLocalValue() {
    return value;
  }

  @Override
  public void resetLocal() {
    value = 0;
  }

  @Override
  public void merge(Accumulator<Long, Long> other) {
    inc(other.getLocalValue());
  }

  @Override
  @SuppressWarnings("MissingSuperCall") // Accumulator's clone is abstract
  public Sum clone() {
    Sum copy = new Sum();
    copy.value = value;
    return copy;
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
