package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.serialization.VersionedType;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.CompositeTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Serializer of {@link LateTrade}: the watermark, then the trade by its own serializer. */
public final class LateTradeSerializer extends TypeSerializer<LateTrade> {
  private static final long serialVersionUID = 1L;

  private final TypeSerializer<StockFuturesTrade> trades;

  LateTradeSerializer(TypeSerializer<StockFuturesTrade> trades) {
    this.trades = trades;
  }

  /** Type information of {@link LateTrade}, on the serializer of its trades. */
  public static TypeInformation<LateTrade> type(TypeSerializer<StockFuturesTrade> trades) {
    return new VersionedType<>(LateTrade.class, new LateTradeSerializer(trades));
  }

  @Override
  public void serialize(LateTrade late, DataOutputView out) throws IOException {
    out.writeLong(late.watermarkMillis());
    trades.serialize(late.trade(), out);
  }

  @Override
  public LateTrade deserialize(DataInputView in) throws IOException {
    long watermark = in.readLong();
    return new LateTrade(trades.deserialize(in), watermark);
  }

  @Override
  public LateTrade deserialize(LateTrade reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    out.writeLong(in.readLong());
    trades.copy(in, out);
  }

  /** A late trade is as immutable as trades are. */
  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public LateTrade copy(LateTrade from) {
    return from;
  }

  @Override
  public LateTrade copy(LateTrade from, LateTrade reuse) {
    return from;
  }

  @Override
  public TypeSerializer<LateTrade> duplicate() {
    return new LateTradeSerializer(trades.duplicate());
  }

  @Override
  public @Nullable LateTrade createInstance() {
    return null;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LateTradeSerializer that && trades.equals(that.trades);
  }

  @Override
  public int hashCode() {
    return trades.hashCode() + 1;
  }

  @Override
  public TypeSerializerSnapshot<LateTrade> snapshotConfiguration() {
    return new Snapshot(this);
  }

  /** The layout's number in checkpoints, and the trades' own. */
  public static final class Snapshot
      extends CompositeTypeSerializerSnapshot<LateTrade, LateTradeSerializer> {
    private static final int VERSION = 1;

    /** For Flink. */
    public Snapshot() {}

    Snapshot(LateTradeSerializer serializer) {
      super(serializer);
    }

    @Override
    protected int getCurrentOuterSnapshotVersion() {
      return VERSION;
    }

    @Override
    protected TypeSerializer<?>[] getNestedSerializers(LateTradeSerializer serializer) {
      return new TypeSerializer<?>[] {serializer.trades};
    }

    @Override
    protected LateTradeSerializer createOuterSerializerWithNestedSerializers(
        TypeSerializer<?>[] nested) {
      @SuppressWarnings("unchecked") // what getNestedSerializers returned
      TypeSerializer<StockFuturesTrade> trades = (TypeSerializer<StockFuturesTrade>) nested[0];
      return new LateTradeSerializer(trades);
    }
  }
}
