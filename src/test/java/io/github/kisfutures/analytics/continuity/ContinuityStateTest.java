package io.github.kisfutures.analytics.continuity;

import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.DATE;
import static io.github.kisfutures.market.TradeFixture.millis;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.serialization.StoredState;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.api.Test;

/** Every version of continuity's state and rows can be read by every later one. */
class ContinuityStateTest {
  private static final Instant NINE = Instant.ofEpochMilli(millis("09:00:00"));

  @Test
  void readsContracts() throws IOException {
    StoredState.assertReads(
        "continuity-2",
        new ContractContinuitySerializer(2),
        new ContractContinuitySerializer(),
        ContractContinuitySerializerTest.state());
  }

  @Test
  void theStateOfAReleaseWithoutRunsIsRefusedInASentence() {
    assertThatThrownBy(
            () ->
                new ContractContinuitySerializer(1)
                    .deserialize(new DataInputDeserializer(new byte[64])))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("start without that checkpoint");
  }

  @Test
  void readsGaps() throws IOException {
    StoredState.assertReads(
        "gap-2",
        new GapSerializer(2),
        new GapSerializer(),
        Gap.counters(CONTRACT, DATE, 9, 2, NINE, NINE));
    StoredState.assertReads(
        "gap-1", new GapSerializer(1), new GapSerializer(), gap("09:00:00", GapCause.RESTART));
    StoredState.assertReads(
        "gap-late-join-1",
        new GapSerializer(1),
        new GapSerializer(),
        gap(null, GapCause.LATE_JOIN));
  }

  private static Gap gap(String before, GapCause cause) {
    return new Gap(
        CONTRACT,
        DATE,
        20,
        35,
        15L,
        11_685_000L,
        before == null ? null : Instant.ofEpochMilli(millis(before)),
        Instant.ofEpochMilli(millis("09:16:39")),
        cause,
        null);
  }
}
