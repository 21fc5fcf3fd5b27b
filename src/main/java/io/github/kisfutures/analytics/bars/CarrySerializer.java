package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.serialization.VersionedType;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of {@link Carry}: nine longs. */
public final class CarrySerializer extends VersionedSerializer<Carry> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 2;

  /** Type information of {@link Carry}. */
  public static final TypeInformation<Carry> TYPE =
      new VersionedType<>(Carry.class, new CarrySerializer());

  /** Writes and reads the current version. */
  public CarrySerializer() {
    this(VERSION);
  }

  /** Reads {@code version}, for restored state. */
  public CarrySerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(Carry carry, DataOutputView out) throws IOException {
    out.writeLong(carry.epochDay());
    out.writeLong(carry.run());
    out.writeLong(carry.cumulativeVolume());
    out.writeLong(carry.cumulativeValue());
    out.writeLong(carry.buyVolume());
    out.writeLong(carry.sellVolume());
    out.writeLong(carry.price());
    out.writeLong(carry.basis());
    out.writeLong(carry.openInterest());
  }

  @Override
  protected Carry read(DataInputView in, int version) throws IOException {
    if (version == 1) {
      throw new IOException(
          "the closing values of bars were written by a release that knew no runs of the counters:"
              + " this one cannot read them; start without that checkpoint");
    }
    return new Carry(
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong());
  }
}
