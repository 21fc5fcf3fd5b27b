package io.github.kisfutures.analytics.bars;

import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.day;
import static io.github.kisfutures.market.TradeFixture.millis;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.api.Test;

/** How bars travel: every value with its scale, and what is null stays null. */
class BarTest extends SerializerTestBase<Bar> {
  private static final Configuration NO_KRYO =
      new Configuration().set(PipelineOptions.GENERIC_TYPES, false);

  @Override
  protected TypeSerializer<Bar> createSerializer() {
    return Bar.TYPE.createSerializer(new SerializerConfigImpl(NO_KRYO));
  }

  @Override
  protected void testInstantiate() {
    // there is no empty bar
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
    BarCalculator calculator = new BarCalculator(CONTRACT, null, BigDecimal.TEN);
    long nine = millis("09:00:00");
    return new Bar[] {
      calculator.bar(nine, nine + 60_000, full, null),
      calculator.bar(nine, nine + 60_000, bare, null)
    };
  }

  @Test
  void everyColumnIsThereAndOnlyNullableOnesAreNull() {
    for (Bar bar : getTestData()) {
      assertThat(BarColumns.TABLE.columns())
          .hasSize(bar.row().getArity())
          .allSatisfy(
              column -> assertThat(column.nullable() || bar.orNull(column) != null).isTrue());
    }
  }
}
