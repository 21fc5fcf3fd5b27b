package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.serialization.Nullables;
import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.serialization.VersionedType;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of how far a rule is with a contract. */
public final class AlertProgressSerializer extends VersionedSerializer<AlertProgress> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 2;

  /** Type information of {@link AlertProgress}. */
  static final TypeInformation<AlertProgress> TYPE =
      new VersionedType<>(AlertProgress.class, new AlertProgressSerializer());

  /** Writes and reads the current version. */
  public AlertProgressSerializer() {
    this(VERSION);
  }

  /** Reads {@code version}, for restored state. */
  public AlertProgressSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(AlertProgress progress, DataOutputView out) throws IOException {
    new AlertRuleSerializer().serialize(progress.rule(), out);
    out.writeInt(progress.bars());
    Nullables.writeLong(progress.raisedAtMillis(), out);
    out.writeLong(progress.seenAtMillis());
  }

  @Override
  protected AlertProgress read(DataInputView in, int version) throws IOException {
    AlertRule rule = new AlertRuleSerializer(version).deserialize(in);
    return new AlertProgress(rule, in.readInt(), Nullables.readLong(in), in.readLong());
  }
}
