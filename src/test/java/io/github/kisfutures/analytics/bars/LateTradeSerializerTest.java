package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.market.TradeFixture.trade;

import io.github.kisfutures.source.TradeSerializer;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;

class LateTradeSerializerTest extends SerializerTestBase<LateTrade> {
  @Override
  protected TypeSerializer<LateTrade> createSerializer() {
    return new LateTradeSerializer(new TradeSerializer());
  }

  @Override
  protected boolean allowNullInstances(TypeSerializer<LateTrade> serializer) {
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
  protected Class<LateTrade> getTypeClass() {
    return LateTrade.class;
  }

  @Override
  protected LateTrade[] getTestData() {
    return new LateTrade[] {
      new LateTrade(trade().build(), 5),
      new LateTrade(trade().contract("A50607").basis("-0.01").build(), Long.MAX_VALUE)
    };
  }
}
