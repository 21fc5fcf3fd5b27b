package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.day;
import static io.github.kisfutures.market.TradeFixture.millis;
import static io.github.kisfutures.market.TradeFixture.trade;

import java.util.Random;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;

class BarSerializerTest extends SerializerTestBase<Bar> {
  @Override
  protected TypeSerializer<Bar> createSerializer() {
    return new BarSerializer();
  }

  @Override
  protected boolean allowNullInstances(TypeSerializer<Bar> serializer) {
    return true;
  }

  @Override
  protected void testInstantiate() {
    // there is no empty value
  }

  @Override
  protected int getLength() {
    return -1;
  }

  @Override
  protected Class<Bar> getTypeClass() {
    return Bar.class;
  }

  @Override
  protected Bar[] getTestData() {
    BarAccumulator full = new BarAccumulator();
    day(new Random(1), 20).forEach(full::add);
    BarAccumulator bare = new BarAccumulator();
    bare.add(trade().volume(0, 0).build());
    BarCalculator calculator = new BarCalculator(CONTRACT, 10);
    long nine = millis("09:00:00");
    return new Bar[] {
      calculator.bar(nine, nine + 60_000, full, null),
      calculator.bar(nine, nine + 60_000, bare, null)
    };
  }
}
