package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The operations that {@code docs/numbers.md} needs on values that may be absent. */
final class Exact {
  private Exact() {}

  /** {@code a - b}, null when either is. */
  static @Nullable BigDecimal minus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.subtract(b);
  }

  /** {@code a + b}, null when either is. */
  static @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.add(b);
  }

  /** {@code a / b} to four digits, HALF_UP; null for a zero denominator. */
  static @Nullable BigDecimal quotient(BigDecimal a, BigDecimal b) {
    return quotient(a, b, 4);
  }

  /** {@code a / b} to so many digits, HALF_UP; null for a zero denominator. */
  static @Nullable BigDecimal quotient(BigDecimal a, BigDecimal b, int digits) {
    return b.signum() == 0 ? null : a.divide(b, digits, RoundingMode.HALF_UP);
  }

  /** Won without a fraction, HALF_UP: a multiplier may be a decimal. */
  static BigDecimal wholeWon(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.HALF_UP);
  }
}
