package io.github.kisfutures.analytics.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Exact arithmetic at the few places where a long could overflow, or a quotient must be rounded.
 */
public final class Amounts {
  private static final int LONG_BITS = Long.SIZE - 1;

  private Amounts() {}

  /**
   * Cumulative value just before a trade, won: its own cumulative value minus price x quantity x
   * multiplier.
   */
  public static BigDecimal valueBefore(
      long cumulativeValue, long price, long quantity, BigDecimal multiplier) {
    BigDecimal own =
        BigDecimal.valueOf(price).multiply(BigDecimal.valueOf(quantity)).multiply(multiplier);
    return BigDecimal.valueOf(cumulativeValue).subtract(own);
  }

  /** a - b. */
  public static BigInteger difference(long a, long b) {
    return BigInteger.valueOf(a).subtract(BigInteger.valueOf(b));
  }

  /** The value as a long, or the limit of a long that it exceeds. */
  public static long clamp(BigInteger value) {
    if (value.bitLength() <= LONG_BITS) {
      return value.longValue();
    }
    return value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** Numerator / denominator, rounded HALF_UP to a scale; null if the denominator is 0. */
  public static @Nullable BigDecimal quotient(
      BigDecimal numerator, BigDecimal denominator, int scale) {
    return denominator.signum() == 0
        ? null
        : numerator.divide(denominator, scale, RoundingMode.HALF_UP);
  }

  /** As {@link #quotient(BigDecimal, BigDecimal, int)}. */
  public static @Nullable BigDecimal quotient(
      BigDecimal numerator, BigInteger denominator, int scale) {
    return quotient(numerator, new BigDecimal(denominator), scale);
  }

  /** The value rounded HALF_UP to a whole number, held at the limits of a long. */
  public static long round(BigDecimal value) {
    return clamp(value.setScale(0, RoundingMode.HALF_UP).toBigInteger());
  }
}
