package io.github.kisfutures.analytics.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class AmountsTest {
  @Test
  void valueBeforeIsExactBeyondALong() {
    assertThat(Amounts.valueBefore(50_000, 200, 3, BigDecimal.TEN)).isEqualByComparingTo("44000");
    assertThat(Amounts.valueBefore(50_000, 200, 3, new BigDecimal("10.57")))
        .isEqualByComparingTo("43658");
    assertThat(Amounts.valueBefore(0, Long.MAX_VALUE, 10, BigDecimal.ONE))
        .isEqualByComparingTo(BigDecimal.valueOf(Long.MAX_VALUE).multiply(new BigDecimal(-10)));
  }

  @Test
  void clampsToTheLimitsOfALong() {
    BigInteger beyond = BigInteger.ONE.shiftLeft(70);

    assertThat(Amounts.clamp(BigInteger.valueOf(-7))).isEqualTo(-7);
    assertThat(Amounts.clamp(beyond)).isEqualTo(Long.MAX_VALUE);
    assertThat(Amounts.clamp(beyond.negate())).isEqualTo(Long.MIN_VALUE);
    assertThat(Amounts.clamp(BigInteger.valueOf(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void quotientRoundsHalvesAwayFromZero() {
    BigInteger eight = BigInteger.valueOf(8);

    assertThat(Amounts.quotient(new BigDecimal("0.01"), eight, 4)).isEqualTo("0.0013");
    assertThat(Amounts.quotient(new BigDecimal("-0.01"), eight, 4)).isEqualTo("-0.0013");
    assertThat(Amounts.quotient(new BigDecimal("16"), eight, 4)).isEqualTo("2.0000");
    assertThat(Amounts.quotient(BigDecimal.ONE, BigInteger.ZERO, 4)).isNull();
  }
}
