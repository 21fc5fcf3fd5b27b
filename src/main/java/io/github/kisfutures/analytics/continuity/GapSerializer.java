package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.serialization.Nullables;
import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.serialization.VersionedType;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of {@link Gap}. */
public final class GapSerializer extends VersionedSerializer<Gap> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Type information of {@link Gap}. */
  public static final TypeInformation<Gap> TYPE =
      new VersionedType<>(Gap.class, new GapSerializer());

  /** Writes and reads the current version. */
  public GapSerializer() {
    this(VERSION);
  }

  /** Reads {@code version}, for restored state. */
  public GapSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(Gap gap, DataOutputView out) throws IOException {
    out.writeUTF(gap.contract());
    out.writeLong(gap.tradingDate().toEpochDay());
    out.writeLong(gap.fromVolume());
    out.writeLong(gap.toVolume());
    out.writeLong(gap.missedVolume());
    out.writeLong(gap.missedValue());
    Instant before = gap.timeBefore();
    Nullables.writeLong(before == null ? null : before.toEpochMilli(), out);
    out.writeLong(gap.timeAfter().toEpochMilli());
    GapCauses.write(gap.cause(), out);
  }

  @Override
  protected Gap read(DataInputView in, int version) throws IOException {
    String contract = in.readUTF();
    LocalDate date = LocalDate.ofEpochDay(in.readLong());
    long from = in.readLong();
    long to = in.readLong();
    long missedVolume = in.readLong();
    long missedValue = in.readLong();
    Long before = Nullables.readLong(in);
    return new Gap(
        contract,
        date,
        from,
        to,
        missedVolume,
        missedValue,
        before == null ? null : Instant.ofEpochMilli(before),
        Instant.ofEpochMilli(in.readLong()),
        GapCauses.read(in));
  }
}
