package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.serialization.Nullables;
import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.serialization.VersionedType;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of {@link Alert}. */
public final class AlertSerializer extends VersionedSerializer<Alert> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Type information of {@link Alert}. */
  public static final TypeInformation<Alert> TYPE =
      new VersionedType<>(Alert.class, new AlertSerializer());

  /** Writes and reads the current version. */
  public AlertSerializer() {
    this(VERSION);
  }

  /** Reads {@code version}, for restored state. */
  public AlertSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(Alert alert, DataOutputView out) throws IOException {
    out.writeUTF(alert.rule());
    out.writeUTF(alert.contract());
    out.writeUTF(alert.state().name());
    out.writeUTF(alert.severity().name());
    out.writeUTF(alert.metric().word().toUpperCase(Locale.ROOT));
    Nullables.writeDecimal(alert.value(), out);
    Nullables.writeDecimal(alert.threshold(), out);
    out.writeLong(alert.raisedAtMillis());
    out.writeLong(alert.atMillis());
    out.writeUTF(alert.message());
  }

  @Override
  protected Alert read(DataInputView in, int version) throws IOException {
    return new Alert(
        in.readUTF(),
        in.readUTF(),
        Alert.State.valueOf(in.readUTF()),
        Severity.valueOf(in.readUTF()),
        new AlertMetric(in.readUTF().toLowerCase(Locale.ROOT)),
        Nullables.readDecimal(AlertRule.SCALE, in),
        Objects.requireNonNull(Nullables.readDecimal(AlertRule.SCALE, in), "threshold"),
        in.readLong(),
        in.readLong(),
        in.readUTF());
  }
}
