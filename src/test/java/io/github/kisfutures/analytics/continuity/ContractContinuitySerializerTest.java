package io.github.kisfutures.analytics.continuity;

import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.DATE;
import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.Receipt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class ContractContinuitySerializerTest {
  private final ContractContinuitySerializer serializer = new ContractContinuitySerializer();

  private static ContractContinuity state() {
    ContractContinuity state = new ContractContinuity(CONTRACT);
    state.add(trade().volume(20, 5).from("b", Receipt.connection(2, 3)).build(), 10, gap -> {});
    state.days().get(0).reportUpTo(Long.MAX_VALUE, gap -> {});
    state.add(
        trade().at("09:00:07").volume(40, 5).from("a", Receipt.connection(0, 1)).build(),
        10,
        gap -> {});
    state.add(trade().on(DATE.plusDays(1)).at("00:00:00").build(), 10, gap -> {});
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
    assertThat(read.contract()).isEqualTo(CONTRACT);
    assertThat(read.connections().count()).isEqualTo(3);
    assertThat(read.days()).extracting(ContractDay::top).containsExactly(40L, 1L);
    assertThat(read.days().get(0).openHoles()).isEqualTo(1);
    assertThat(read.days().get(0).missingVolume()).isEqualTo(30);
    List<Gap> gaps = new ArrayList<>();
    read.days().get(0).reportUpTo(Long.MAX_VALUE, gaps::add);
    assertThat(gaps).extracting(Gap::fromVolume).containsExactly(20L);
  }

  @Test
  void copyHasALifeOfItsOwn() throws IOException {
    ContractContinuity original = state();
    byte[] before = bytes(original);
    ContractContinuity copy = serializer.copy(original);
    assertThat(bytes(copy)).isEqualTo(before);
    copy.add(trade().volume(15, 15).from("a", 9).build(), 10, gap -> {});
    copy.add(trade().volume(90, 5).from("c", 1).build(), 10, gap -> {});

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
