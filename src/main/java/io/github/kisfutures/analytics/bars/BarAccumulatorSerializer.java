package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.state.SerializerTypeInformation;
import io.github.kisfutures.analytics.state.VersionedSerializer;
import io.github.kisfutures.analytics.state.VersionedSerializerSnapshot;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of {@link BarAccumulator}: a fixed number of bytes. */
public final class BarAccumulatorSerializer extends VersionedSerializer<BarAccumulator> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Type information of {@link BarAccumulator}. */
  public static final TypeInformation<BarAccumulator> TYPE =
      new SerializerTypeInformation<>(BarAccumulator.class, new BarAccumulatorSerializer(VERSION));

  private BarAccumulatorSerializer(int version) {
    super(version);
  }

  @Override
  protected void write(BarAccumulator value, DataOutputView out) throws IOException {
    value.write(out);
  }

  @Override
  protected BarAccumulator read(int version, DataInputView in) throws IOException {
    BarAccumulator value = new BarAccumulator();
    value.read(in);
    return value;
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public BarAccumulator copy(BarAccumulator from) {
    return from.copy();
  }

  @Override
  public TypeSerializerSnapshot<BarAccumulator> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The layout's number in checkpoints. */
  public static final class Snapshot extends VersionedSerializerSnapshot<BarAccumulator> {
    /** For Flink. */
    public Snapshot() {
      super(VERSION, BarAccumulatorSerializer::new);
    }
  }
}
