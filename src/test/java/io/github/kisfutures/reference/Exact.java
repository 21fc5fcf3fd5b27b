package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The two operations that {@code docs/numbers.md} needs on values that may be absent. */
final class Exact {
  private Exact() {}

  /** {@code a - b}, null when either is. */
  static @Nullable BigDecimal minus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.subtract(b);
  }

  /** {@code a / b} to four digits, HALF_UP; null for a zero denominator. */
  static @Nullable BigDecimal quotient(BigDecimal a, BigDecimal b) {
    return b.signum() == 0 ? null : a.divide(b, 4, RoundingMode.HALF_UP);
  }
}
