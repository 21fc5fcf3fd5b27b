package io.github.kisfutures.analytics.continuity;

import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.DATE;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class ContractContinuitySerializerTest {
  private static final GapReport NOWHERE =
      new GapReport(CONTRACT, BigDecimal.TEN, (gap, session) -> {});

  private final ContractContinuitySerializer serializer = new ContractContinuitySerializer();

  private static void add(ContractContinuity state, StockFuturesTrade trade) {
    state.dayOf(trade).add(trade, BigDecimal.TEN, NOWHERE);
  }

  /** Two days; the first with two runs, a reported and an open hole, and a record of no trade. */
  static ContractContinuity state() {
    ContractContinuity state = new ContractContinuity();
    add(state, trade().volume(20, 5).value(200_000).from("b", Receipt.connection(0, 3)).build());
    state.days().get(0).reportUpTo(Long.MAX_VALUE, NOWHERE);
    StockFuturesTrade above =
        trade().at("09:00:07").volume(40, 5).value(400_000).from("a", 1).build();
    add(state, above);
    add(state, trade().at("09:00:07").volume(40, 5).value(400_000).from("c", 2).build());
    add(state, trade().at("09:00:08").volume(5, 5).value(50_000).build());
    add(state, trade().at("09:00:09").volume(5, 0).value(50_000).build());
    add(state, trade().on(DATE.plusDays(1)).at("00:00:00").build());
    return state;
  }

  private byte[] bytes(ContractContinuity state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(state, out);
    return out.getCopyOfBuffer();
  }

  @Test
  void readsWhatItWrote() throws IOException {
    byte[] written = bytes(state());
    ContractContinuity read = serializer.deserialize(new DataInputDeserializer(written));

    assertThat(bytes(read)).isEqualTo(written);
    ContractDay day = read.days().get(0);
    assertThat(day.newest().number()).isEqualTo(1);
    assertThat(day.openHoles()).isEqualTo(1);
    List<Gap> gaps = new ArrayList<>();
    day.reportUpTo(
        Long.MAX_VALUE, new GapReport(CONTRACT, BigDecimal.TEN, (gap, session) -> gaps.add(gap)));
    assertThat(gaps).extracting(Gap::fromVolume).containsExactly(20L);
  }

  @Test
  void copyHasALifeOfItsOwn() throws IOException {
    ContractContinuity original = state();
    byte[] before = bytes(original);
    ContractContinuity copy = serializer.copy(original);
    assertThat(bytes(copy)).isEqualTo(before);
    add(copy, trade().at("09:00:08").volume(15, 10).from("a", 9).build());
    add(copy, trade().at("09:00:09").volume(90, 5).from("c", 1).build());

    assertThat(bytes(original)).isEqualTo(before);
    assertThat(bytes(copy)).isNotEqualTo(before);
    assertThat(serializer.isImmutableType()).isFalse();
  }

  @Test
  void restoresItselfFromItsSnapshot() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot<ContractContinuity> current = serializer.snapshotConfiguration();
    TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(out, current);
    TypeSerializerSnapshot<ContractContinuity> old =
        TypeSerializerSnapshotSerializationUtil.readSerializerSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

    assertThat(old.restoreSerializer()).isEqualTo(serializer);
    assertThat(current.resolveSchemaCompatibility(old))
        .matches(TypeSerializerSchemaCompatibility::isCompatibleAsIs);
  }
}
