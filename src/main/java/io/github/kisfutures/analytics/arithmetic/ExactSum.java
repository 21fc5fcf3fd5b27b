package io.github.kisfutures.analytics.arithmetic;

import java.io.IOException;
import java.math.BigInteger;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A sum of longs and of products of longs in 128 bits, without an object per addition. Exact as
 * long as its amount stays below 2^127: any market's. Mutable.
 */
public final class ExactSum {
  private long high;
  private long low;

  /** Adds a value. */
  public void add(long value) {
    add(value >> (Long.SIZE - 1), value);
  }

  /** Adds a product. */
  public void addProduct(long a, long b) {
    add(Math.multiplyHigh(a, b), a * b);
  }

  /** Adds another sum. */
  public void add(ExactSum other) {
    add(other.high, other.low);
  }

  private void add(long otherHigh, long otherLow) {
    low += otherLow;
    high += otherHigh;
    if (Long.compareUnsigned(low, otherLow) < 0) {
      high++;
    }
  }

  /** The sum. */
  public BigInteger value() {
    return BigInteger.valueOf(high)
        .shiftLeft(Long.SIZE)
        .add(BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1)));
  }

  /** A sum of its own with the same value. */
  public ExactSum copy() {
    ExactSum copy = new ExactSum();
    copy.add(this);
    return copy;
  }

  /** Writes 16 bytes. */
  public void write(DataOutputView out) throws IOException {
    out.writeLong(high);
    out.writeLong(low);
  }

  /** Replaces the value by what {@link #write} wrote. */
  public void read(DataInputView in) throws IOException {
    high = in.readLong();
    low = in.readLong();
  }

  @Override
  public String toString() {
    return value().toString();
  }
}
