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
  private static final int VERSION = 2;

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
    Nullables.writeLong(gap.missedVolume(), out);
    Nullables.writeLong(gap.missedValue(), out);
    Instant before = gap.timeBefore();
    Nullables.writeLong(before == null ? null : before.toEpochMilli(), out);
    out.writeLong(gap.timeAfter().toEpochMilli());
    GapCauses.write(gap.cause(), out);
    Nullables.writeDecimal(gap.missedPrice(), out);
  }

  @Override
  protected Gap read(DataInputView in, int version) throws IOException {
    String contract = in.readUTF();
    LocalDate date = LocalDate.ofEpochDay(in.readLong());
    long from = in.readLong();
    long to = in.readLong();
    Long missedVolume = version == 1 ? (Long) in.readLong() : Nullables.readLong(in);
    Long missedValue = version == 1 ? (Long) in.readLong() : Nullables.readLong(in);
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
        GapCauses.read(in),
        version == 1 ? null : Nullables.readDecimal(Gap.PRICE_SCALE, in));
  }
}
