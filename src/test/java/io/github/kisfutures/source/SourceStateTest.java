package io.github.kisfutures.source;

import static io.github.kisfutures.market.TradeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.serialization.StoredState;
import io.github.kisfutures.source.enumerator.AppKeys;
import io.github.kisfutures.source.enumerator.SessionEnumeratorState;
import io.github.kisfutures.source.enumerator.SessionEnumeratorStateSerializer;
import io.github.kisfutures.source.split.ContractChange;
import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.source.split.SessionSplitSerializer;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.RejectionReason;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.junit.jupiter.api.Test;

/** Every version of the source's state can be read by every later one. */
class SourceStateTest {
  private static final SessionSplit SPLIT =
      new SessionSplit("session-2", 1, 1, List.of("111V06", "A50607"), 3);
  private static final SessionSplit WITH_CHANGES =
      SPLIT.withChanges(
          List.of(
              new ContractChange("A50607", ContractChange.Kind.ADDED),
              new ContractChange("A11610", ContractChange.Kind.REMOVED)));
  private static final StockFuturesTrade TRADE =
      trade()
          .at("09:16:39")
          .price(77_900)
          .volume(1724, 5)
          .value(1_337_128_000L)
          .basis("400.00", "-399.50")
          .from("session-2", Receipt.connection(3, 7))
          .build();
  private static final RejectedFrame REJECTED =
      new RejectedFrame(
          1_783_642_599_123L, "session-1", RejectionReason.BAD_COUNT, "no count", "0|체결가|x");
  private static final FeedEvent EVENT =
      new FeedEvent(
          1_783_642_599_123L,
          "session-1",
          FeedEvent.Kind.REFUSED,
          "111V06",
          "OPSP0008",
          "MAX SUBSCRIBE OVER");

  private static <T> T stored(
      SimpleVersionedSerializer<T> serializer, String name, int version, T current)
      throws IOException {
    return serializer.deserialize(
        version, StoredState.stored(name, version, serializer.serialize(current)));
  }

  @Test
  void readsSplits() throws IOException {
    SessionSplitSerializer serializer = new SessionSplitSerializer();
    assertThat(stored(serializer, "split", 1, SPLIT)).isEqualTo(SPLIT);
    assertThat(stored(serializer, "split", 2, WITH_CHANGES)).isEqualTo(WITH_CHANGES);
    assertThat(serializer.getVersion()).as("a new version needs a new file").isEqualTo(2);
  }

  @Test
  void readsTheEnumeratorsState() throws IOException {
    SessionEnumeratorStateSerializer serializer = new SessionEnumeratorStateSerializer();
    SessionEnumeratorState first = new SessionEnumeratorState(null, List.of(SPLIT));
    SessionEnumeratorState second =
        new SessionEnumeratorState(new AppKeys(4, 2), List.of(WITH_CHANGES));
    assertThat(stored(serializer, "enumerator", 1, first)).isEqualTo(first);
    assertThat(stored(serializer, "enumerator", 2, second)).isEqualTo(second);
    assertThat(serializer.deserialize(2, serializer.serialize(first))).isEqualTo(first);
    assertThat(serializer.getVersion()).as("a new version needs a new file").isEqualTo(2);
  }

  @Test
  void refusesNewerStateWithBothVersions() {
    assertThatThrownBy(() -> new SessionSplitSerializer().deserialize(3, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("session split of version 3", "versions 1 to 2");
    assertThatThrownBy(() -> new SessionEnumeratorStateSerializer().deserialize(3, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("list of sessions of version 3", "versions 1 to 2");
  }

  @Test
  void readsRecords() throws IOException {
    StoredState.assertReads("trade", 1, new TradeSerializer(1), new TradeSerializer(), TRADE);
    StoredState.assertReads(
        "rejected-frame",
        1,
        new RejectedFrameSerializer(1),
        new RejectedFrameSerializer(),
        REJECTED);
    StoredState.assertReads(
        "feed-event", 1, new FeedEventSerializer(1), new FeedEventSerializer(), EVENT);
    StoredState.assertReads(
        "frame",
        1,
        new FrameSerializer(1),
        new FrameSerializer(),
        new ReceivedFrame("0|H0ZFCNT0|체결", TRADE.receipt()));
  }

  @Test
  void readsFeedRecords() throws IOException {
    FeedRecordSerializer serializer = new FeedRecordSerializer();
    StoredState.assertReads(
        "feed-record-trade",
        1,
        new FeedRecordSerializer(1),
        serializer,
        new FeedRecord.Trade(TRADE));
    StoredState.assertReads(
        "feed-record-rejected",
        1,
        new FeedRecordSerializer(1),
        serializer,
        new FeedRecord.Rejected(REJECTED));
    StoredState.assertReads(
        "feed-record-happened",
        1,
        new FeedRecordSerializer(1),
        serializer,
        new FeedRecord.Happened(EVENT));
    StoredState.assertReads(
        "feed-record-progress",
        1,
        new FeedRecordSerializer(1),
        serializer,
        new FeedRecord.Progress(4096, 1_200_000));
  }
}
