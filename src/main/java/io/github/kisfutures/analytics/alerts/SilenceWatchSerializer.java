package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.serialization.VersionedType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of what is known of a contract's silence. */
public final class SilenceWatchSerializer extends VersionedSerializer<SilenceWatch> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Type information of {@link SilenceWatch}. */
  static final TypeInformation<SilenceWatch> TYPE =
      new VersionedType<>(SilenceWatch.class, new SilenceWatchSerializer());

  /** Writes and reads the current version. */
  public SilenceWatchSerializer() {
    this(VERSION);
  }

  /** Reads {@code version}, for restored state. */
  public SilenceWatchSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(SilenceWatch watch, DataOutputView out) throws IOException {
    out.writeLong(watch.sinceMillis());
    out.writeBoolean(watch.traded());
    out.writeLong(watch.checkAtMillis());
    out.writeInt(watch.ahead().size());
    for (long trade : watch.ahead()) {
      out.writeLong(trade);
    }
  }

  @Override
  protected SilenceWatch read(DataInputView in, int version) throws IOException {
    long since = in.readLong();
    boolean traded = in.readBoolean();
    long checkAt = in.readLong();
    List<Long> ahead = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      ahead.add(in.readLong());
    }
    return new SilenceWatch(since, traded, checkAt, ahead);
  }
}
