package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.arithmetic.Amounts;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Mean and slope of the basis: exact sums, one rounded quotient each. */
final class BasisMath {
  private static final int SCALE = 4;
  private static final int HUNDREDTHS = 2;
  private static final BigInteger MILLIS_PER_MINUTE = BigInteger.valueOf(60_000);

  private BasisMath() {}

  /** Mean basis in won; null without a basis. */
  static @Nullable BigDecimal mean(BasisSums sums) {
    return meanOf(sums.basis().value(), sums.count());
  }

  /** Mean of basis minus theoretical basis in won; null where no trade has both. */
  static @Nullable BigDecimal mispricingMean(BasisSums sums) {
    return meanOf(sums.mispricing().value(), sums.mispricingCount());
  }

  private static @Nullable BigDecimal meanOf(BigInteger hundredths, long count) {
    return Amounts.quotient(
        new BigDecimal(hundredths, HUNDREDTHS), BigInteger.valueOf(count), SCALE);
  }

  /**
   * Least-squares slope over event time in won per minute, (n Stb - St Sb) / (n Stt - St St); null
   * below two distinct times, where the denominator is 0.
   */
  static @Nullable BigDecimal slope(BasisSums sums) {
    BigInteger count = BigInteger.valueOf(sums.count());
    BigInteger time = sums.time().value();
    BigInteger numerator =
        count
            .multiply(sums.timeByBasis().value())
            .subtract(time.multiply(sums.basis().value()))
            .multiply(MILLIS_PER_MINUTE);
    BigInteger denominator =
        count.multiply(sums.timeSquared().value()).subtract(time.multiply(time));
    return Amounts.quotient(new BigDecimal(numerator, HUNDREDTHS), denominator, SCALE);
  }
}
