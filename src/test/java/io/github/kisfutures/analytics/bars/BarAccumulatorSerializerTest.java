package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.day;
import static io.github.kisfutures.market.TradeFixture.millis;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class BarAccumulatorSerializerTest {
  /** One run: 2 x 15, 2 x 7 and 2 x 10 values, 7 sums of 16 bytes, 3 counts, 5 others, and 4. */
  private static final int BYTES = 8 * (2 * 15 + 2 * 7 + 2 * 10 + 3 + 5) + 16 * 7 + 4;

  private final BarAccumulatorSerializer serializer = new BarAccumulatorSerializer();
  private final BarAccumulator window = new BarAccumulator();

  private byte[] bytes(BarAccumulator accumulator) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(accumulator, out);
    return out.getCopyOfBuffer();
  }

  private static Bar bar(BarAccumulator accumulator) {
    return new BarCalculator(CONTRACT, null, BigDecimal.TEN)
        .bar(millis("09:00:00"), millis("09:01:00"), accumulator, null);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    day(new Random(1), 30).forEach(window::add);
    byte[] written = bytes(window);
    BarAccumulator read = serializer.deserialize(new DataInputDeserializer(written));

    assertThat(written).hasSize(BYTES);
    assertThat(bytes(read)).isEqualTo(written);
    assertThat(bar(read)).isEqualTo(bar(window));
  }

  @Test
  void readWindowGoesOnAsIfNothingHadHappened() throws IOException {
    var trades = day(new Random(2), 30);
    trades.subList(0, 10).forEach(window::add);
    BarAccumulator read = serializer.deserialize(new DataInputDeserializer(bytes(window)));
    trades.subList(10, 30).forEach(window::add);
    trades.subList(10, 30).forEach(read::add);

    assertThat(bar(read)).isEqualTo(bar(window));
  }

  @Test
  void copyHasALifeOfItsOwn() throws IOException {
    day(new Random(3), 5).forEach(window::add);
    byte[] before = bytes(window);
    BarAccumulator copy = serializer.copy(window);
    assertThat(bytes(copy)).isEqualTo(before);
    copy.add(trade().volume(1_000_000, 1).basis("999.00", "1.00").build());

    assertThat(bytes(window)).isEqualTo(before);
    assertThat(bytes(copy)).isNotEqualTo(before);
    assertThat(serializer.isImmutableType()).isFalse();
  }
}
