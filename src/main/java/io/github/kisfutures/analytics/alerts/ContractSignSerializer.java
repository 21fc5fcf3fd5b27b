package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.serialization.VersionedType;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of {@link ContractSign}. */
public final class ContractSignSerializer extends VersionedSerializer<ContractSign> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Type information of {@link ContractSign}. */
  public static final TypeInformation<ContractSign> TYPE =
      new VersionedType<>(ContractSign.class, new ContractSignSerializer());

  /** Writes and reads the current version. */
  public ContractSignSerializer() {
    this(VERSION);
  }

  /** Reads {@code version}, for restored state. */
  public ContractSignSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(ContractSign sign, DataOutputView out) throws IOException {
    out.writeUTF(sign.contract());
    out.writeLong(sign.atMillis());
    out.writeBoolean(sign.traded());
    out.writeLong(sign.watermarkMillis());
  }

  @Override
  protected ContractSign read(DataInputView in, int version) throws IOException {
    return new ContractSign(in.readUTF(), in.readLong(), in.readBoolean(), in.readLong());
  }
}
