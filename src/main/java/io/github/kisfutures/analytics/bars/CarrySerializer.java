package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.state.SerializerTypeInformation;
import io.github.kisfutures.analytics.state.VersionedSerializer;
import io.github.kisfutures.analytics.state.VersionedSerializerSnapshot;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of {@link Carry}: eight longs. */
public final class CarrySerializer extends VersionedSerializer<Carry> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Type information of {@link Carry}. */
  public static final TypeInformation<Carry> TYPE =
      new SerializerTypeInformation<>(Carry.class, new CarrySerializer(VERSION));

  private CarrySerializer(int version) {
    super(version);
  }

  @Override
  protected void write(Carry carry, DataOutputView out) throws IOException {
    out.writeLong(carry.epochDay());
    out.writeLong(carry.cumulativeVolume());
    out.writeLong(carry.cumulativeValue());
    out.writeLong(carry.price());
    out.writeLong(carry.basis());
    out.writeLong(carry.openInterest());
    out.writeLong(carry.buyVolume());
    out.writeLong(carry.sellVolume());
  }

  @Override
  protected Carry read(int version, DataInputView in) throws IOException {
    return new Carry(
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong());
  }

  @Override
  public TypeSerializerSnapshot<Carry> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The layout's number in checkpoints. */
  public static final class Snapshot extends VersionedSerializerSnapshot<Carry> {
    /** For Flink. */
    public Snapshot() {
      super(VERSION, CarrySerializer::new);
    }
  }
}
