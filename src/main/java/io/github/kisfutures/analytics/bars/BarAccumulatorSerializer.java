package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.serialization.VersionedType;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of {@link BarAccumulator}. */
public final class BarAccumulatorSerializer extends VersionedSerializer<BarAccumulator> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 2;

  /** Type information of {@link BarAccumulator}. */
  public static final TypeInformation<BarAccumulator> TYPE =
      new VersionedType<>(BarAccumulator.class, new BarAccumulatorSerializer());

  /** Writes and reads the current version. */
  public BarAccumulatorSerializer() {
    this(VERSION);
  }

  /** Reads {@code version}, for restored state. */
  public BarAccumulatorSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(BarAccumulator value, DataOutputView out) throws IOException {
    value.write(out);
  }

  @Override
  protected BarAccumulator read(DataInputView in, int version) throws IOException {
    if (version == 1) {
      throw new IOException(
          "the open windows were written by a release that knew no runs of the counters:"
              + " this one cannot read them; start without that checkpoint");
    }
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
}
