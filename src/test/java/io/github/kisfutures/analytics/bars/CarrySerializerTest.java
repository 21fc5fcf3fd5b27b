package io.github.kisfutures.analytics.bars;

import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;

class CarrySerializerTest extends SerializerTestBase<Carry> {
  @Override
  protected TypeSerializer<Carry> createSerializer() {
    return new CarrySerializer();
  }

  @Override
  protected boolean allowNullInstances(TypeSerializer<Carry> serializer) {
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
  protected Class<Carry> getTypeClass() {
    return Carry.class;
  }

  @Override
  protected Carry[] getTestData() {
    return new Carry[] {
      new Carry(20_000, 1, 2, 3, 4, 5, 6, 7, 8),
      new Carry(-1, Long.MAX_VALUE, Long.MIN_VALUE, 0, Long.MIN_VALUE, 0, 0, 0, 0)
    };
  }
}
