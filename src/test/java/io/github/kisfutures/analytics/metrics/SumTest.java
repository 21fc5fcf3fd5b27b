package io.github.kisfutures.analytics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SumTest {
  private final Sum sum = new Sum();

  @Test
  void isHeldAtTheLimitsOfALong() {
    sum.inc(Long.MAX_VALUE - 5);
    sum.inc(10);
    assertThat(sum.getCount()).isEqualTo(Long.MAX_VALUE);

    sum.resetLocal();
    sum.inc(-2);
    sum.dec(Long.MAX_VALUE);
    assertThat(sum.getLocalValue()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void sumsOfSubtasksAreHeldToo() {
    sum.inc(Long.MAX_VALUE);
    Sum other = new Sum();
    other.inc(1);

    sum.merge(other);

    assertThat(sum.getLocalValue()).isEqualTo(Long.MAX_VALUE);
    assertThat(other.clone().getLocalValue()).isEqualTo(1);
  }
}
