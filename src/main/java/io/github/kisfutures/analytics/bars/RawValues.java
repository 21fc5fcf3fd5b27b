package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import io.github.kisfutures.market.StockFuturesTrade;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Raw values ({@link StockFuturesTrade#NULL} is null, decimals in hundredths) as columns have them.
 */
final class RawValues {
  private static final int SCALE = 2;

  private RawValues() {}

  /** a - b, null if either is. */
  static @Nullable BigInteger exactChange(long a, long b) {
    return either(a, b) ? null : Amounts.difference(a, b);
  }

  static @Nullable Long number(long raw) {
    return raw == StockFuturesTrade.NULL ? null : raw;
  }

  static @Nullable BigDecimal decimal(long raw) {
    return raw == StockFuturesTrade.NULL ? null : BigDecimal.valueOf(raw, SCALE);
  }

  /** a - b, null if either is; held at the limit of a long beyond it. */
  static @Nullable Long numberChange(long a, long b) {
    return held(exactChange(a, b));
  }

  /** The value, held at the limit of a long beyond it. */
  static @Nullable Long held(@Nullable BigInteger value) {
    return value == null ? null : (Long) Amounts.clamp(value);
  }

  /** a - b, null if either is. */
  static @Nullable BigDecimal decimalChange(long a, long b) {
    return either(a, b) ? null : new BigDecimal(Amounts.difference(a, b), SCALE);
  }

  /** A best price: 0 means there is none. */
  static @Nullable Long bestPrice(long raw) {
    return raw == 0 ? null : number(raw);
  }

  private static boolean either(long a, long b) {
    return a == StockFuturesTrade.NULL || b == StockFuturesTrade.NULL;
  }
}
