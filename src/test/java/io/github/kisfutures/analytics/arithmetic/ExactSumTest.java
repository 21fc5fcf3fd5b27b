package io.github.kisfutures.analytics.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class ExactSumTest {
  @Test
  void sumsAsBigIntegersDo() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      ExactSum sum = new ExactSum();
      BigInteger expected = BigInteger.ZERO;
      for (int i = 0; i < 50; i++) {
        long a = any(random);
        long b = any(random) >> 8;
        sum.add(a);
        sum.addProduct(a, b);
        BigInteger big = BigInteger.valueOf(a);
        expected = expected.add(big).add(big.multiply(BigInteger.valueOf(b)));
      }
      assertThat(sum.value()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static long any(Random random) {
    return random.nextLong() >> random.nextInt(64);
  }

  @Test
  void passesTheLimitsOfALong() {
    ExactSum sum = new ExactSum();
    sum.add(Long.MAX_VALUE);
    sum.add(Long.MAX_VALUE);
    assertThat(sum.value()).isEqualTo(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.TWO));

    sum.add(Long.MIN_VALUE);
    sum.add(Long.MIN_VALUE);
    sum.add(-1);
    assertThat(sum.value()).isEqualTo(BigInteger.valueOf(-3));
  }

  @Test
  void addsOtherSumsAndSurvivesWriting() throws IOException {
    ExactSum sum = new ExactSum();
    sum.addProduct(Long.MIN_VALUE, 1_000);
    ExactSum copy = sum.copy();
    copy.add(sum);
    DataOutputSerializer out = new DataOutputSerializer(16);
    copy.write(out);
    ExactSum read = new ExactSum();
    read.read(new DataInputDeserializer(out.getCopyOfBuffer()));

    assertThat(read.value())
        .isEqualTo(BigInteger.valueOf(Long.MIN_VALUE).multiply(BigInteger.valueOf(2_000)));
    assertThat(read).hasToString(read.value().toString());
  }
}
