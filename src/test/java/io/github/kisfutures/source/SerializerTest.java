package io.github.kisfutures.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.wire.Frames;
import io.github.kisfutures.wire.RandomTrades;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.RejectionReason;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Flink asks of the serializers of everything that the source emits. */
class SerializerTest {
  static Stream<Arguments> serializers() {
    return Stream.of(
        Arguments.of("trade-1", new TradeSerializer(), Samples.trade()),
        Arguments.of("frame-1", new FrameSerializer(), Samples.frame()),
        Arguments.of("rejected-1", new RejectedFrameSerializer(), Samples.rejected()),
        Arguments.of("event-1", new FeedEventSerializer(), Samples.event()),
        Arguments.of(
            "event-without-contract-1", new FeedEventSerializer(), Samples.eventWithoutContract()),
        Arguments.of(
            "record-trade-1",
            new FeedRecordSerializer(),
            new FeedRecord.Trade(Samples.trade(), true)),
        Arguments.of(
            "record-rejected-1",
            new FeedRecordSerializer(),
            new FeedRecord.Rejected(Samples.rejected())),
        Arguments.of(
            "record-happened-1",
            new FeedRecordSerializer(),
            new FeedRecord.Happened(Samples.event())),
        Arguments.of(
            "record-progress-1", new FeedRecordSerializer(), new FeedRecord.Progress(7, 1L << 40)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("serializers")
  <T> void aValueSurvives(String name, TypeSerializer<T> serializer, T value) throws IOException {
    byte[] bytes = write(serializer, value);

    assertThat(read(serializer, bytes)).isEqualTo(value);
    assertThat(serializer.deserialize(value, new DataInputDeserializer(bytes))).isEqualTo(value);
    assertThat(read(serializer.duplicate(), bytes)).isEqualTo(value);
    assertThat(serializer.copy(value)).isEqualTo(value);
    assertThat(serializer.copy(value, value)).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("serializers")
  <T> void copyingBytesTakesExactlyOneValue(String name, TypeSerializer<T> serializer, T value)
      throws IOException {
    byte[] bytes = write(serializer, value);
    DataOutputSerializer two = new DataOutputSerializer(64);
    two.write(bytes);
    two.writeInt(42);
    DataInputDeserializer in = new DataInputDeserializer(two.getCopyOfBuffer());
    DataOutputSerializer copy = new DataOutputSerializer(64);

    serializer.copy(in, copy);

    assertThat(copy.getCopyOfBuffer()).isEqualTo(bytes);
    assertThat(in.readInt()).as("what follows").isEqualTo(42);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("serializers")
  <T> void aSnapshotRestoresASerializerThatReadsTheBytes(
      String name, TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());

    TypeSerializerSnapshot<T> snapshot =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

    assertThat(read(snapshot.restoreSerializer(), write(serializer, value))).isEqualTo(value);
    assertThat(
            serializer
                .snapshotConfiguration()
                .resolveSchemaCompatibility(snapshot)
                .isCompatibleAsIs())
        .isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("serializers")
  <T> void travelsWithTheJob(String name, TypeSerializer<T> serializer, T value)
      throws IOException, ClassNotFoundException {
    TypeSerializer<T> shipped = InstantiationUtil.clone(serializer);

    assertThat(shipped).isEqualTo(serializer).hasSameHashCodeAs(serializer);
    assertThat(read(shipped, write(serializer, value))).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("serializers")
  <T> void readsTheStoredBytesOfVersionOne(String name, TypeSerializer<T> serializer, T value)
      throws IOException {
    DataOutputSerializer snapshotBytes = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(
        snapshotBytes, serializer.snapshotConfiguration());
    byte[] oldSnapshot = StoredBytes.stored(name + ".snapshot", snapshotBytes.getCopyOfBuffer());
    byte[] oldValue = StoredBytes.stored(name + ".value", write(serializer, value));

    TypeSerializerSnapshot<T> snapshot =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(oldSnapshot), getClass().getClassLoader());

    assertThat(read(snapshot.restoreSerializer(), oldValue)).isEqualTo(value);
    assertThat(
            serializer
                .snapshotConfiguration()
                .resolveSchemaCompatibility(snapshot)
                .isIncompatible())
        .as("incompatible")
        .isFalse();
  }

  @Test
  void snapshotsOfDifferentSerializersAreIncompatible() {
    TypeSerializerSnapshot<?> frames = new FrameSerializer().snapshotConfiguration();

    assertThat(
            new TradeSerializer()
                .snapshotConfiguration()
                .resolveSchemaCompatibility(asTrades(frames))
                .isIncompatible())
        .isTrue();
  }

  @SuppressWarnings("unchecked") // the mistake that is tested
  private static TypeSerializerSnapshot<StockFuturesTrade> asTrades(TypeSerializerSnapshot<?> of) {
    return (TypeSerializerSnapshot<StockFuturesTrade>) of;
  }

  @Test
  void randomTradesSurvive() throws IOException {
    long seed = 49;
    RandomTrades source = new RandomTrades(new Random(seed));
    TradeSerializer serializer = new TradeSerializer();
    for (int i = 0; i < 2_000; i++) {
      StockFuturesTrade trade = source.trade(Frames.RECEIPT, i);

      assertThat(read(serializer, write(serializer, trade)))
          .as("seed %d, round %d", seed, i)
          .isEqualTo(trade);
    }
  }

  @Test
  void sessionNamesOfAnyLengthAndLanguageSurvive() throws IOException {
    for (String session :
        new String[] {"", "세션", "s".repeat(254), "s".repeat(255), "é".repeat(300)}) {
      ReceivedFrame frame = new ReceivedFrame("가\ud83d\ude00\n", new Receipt(-1, session, -1, 0));

      assertThat(read(new FrameSerializer(), write(new FrameSerializer(), frame))).isEqualTo(frame);
    }
  }

  @Test
  void everyReasonAndKindSurvives() throws IOException {
    for (RejectionReason reason : RejectionReason.values()) {
      RejectedFrame frame = new RejectedFrame(1, "s", reason, "d", "f");
      assertThat(read(new RejectedFrameSerializer(), write(new RejectedFrameSerializer(), frame)))
          .isEqualTo(frame);
    }
    for (FeedEvent.Kind kind : FeedEvent.Kind.values()) {
      FeedEvent event = new FeedEvent(1, "s", kind, null, "c", "d");
      assertThat(read(new FeedEventSerializer(), write(new FeedEventSerializer(), event)))
          .isEqualTo(event);
    }
  }

  @Test
  void theTypesOfTheSourceMakeTheirSerializers() throws IOException {
    TypeSerializer<FeedRecord> serializer =
        FeedTypes.FEED_RECORD.createSerializer(new SerializerConfigImpl());
    FeedRecord trade = new FeedRecord.Trade(Samples.trade(), true);

    assertThat(read(serializer, write(serializer, trade))).isEqualTo(trade);
    assertThat(FeedTypes.FEED_RECORD.getTypeClass()).isEqualTo(FeedRecord.class);
    assertThat(FeedTypes.TRADE.getTypeClass()).isEqualTo(StockFuturesTrade.class);
    assertThat(FeedTypes.FRAME.getTypeClass()).isEqualTo(ReceivedFrame.class);
  }

  private static <T> byte[] write(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  /** The value that the bytes hold, all of them. */
  private static <T> T read(TypeSerializer<T> serializer, byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    T value = serializer.deserialize(in);
    assertThat(in.available()).as("bytes left over").isZero();
    return value;
  }
}
