package io.github.kisfutures.analytics.continuity;

import static io.github.kisfutures.market.TradeFixture.CONTRACT;
import static io.github.kisfutures.market.TradeFixture.DATE;
import static io.github.kisfutures.market.TradeFixture.millis;
import static io.github.kisfutures.market.TradeFixture.trade;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.serialization.StoredState;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Every version of continuity's state and rows can be read by every later one. */
class ContinuityStateTest {

  @Test
  void readsContracts() throws IOException {
    ContractContinuity state = new ContractContinuity(CONTRACT);
    state.add(trade().volume(20, 5).from("b", Receipt.connection(2, 3)).build(), 10, gap -> {});
    state.days().get(0).reportUpTo(Long.MAX_VALUE, gap -> {});
    state.add(
        trade().at("09:00:07").volume(40, 5).from("a", Receipt.connection(0, 1)).build(),
        10,
        gap -> {});
    state.add(trade().on(DATE.plusDays(1)).at("00:00:00").build(), 10, gap -> {});
    StoredState.assertReads(
        "continuity-1",
        new ContractContinuitySerializer(1),
        new ContractContinuitySerializer(),
        state);
  }

  @Test
  void readsGaps() throws IOException {
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
        15,
        11_685_000,
        before == null ? null : Instant.ofEpochMilli(millis(before)),
        Instant.ofEpochMilli(millis("09:16:39")),
        cause);
  }
}
