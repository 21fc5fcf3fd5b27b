package io.github.kisfutures.serialization;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint keeps of a {@link VersionedSerializer}: its class and the version it wrote.
 * State of an older version is migrated; state of a newer one is refused with a sentence that names
 * both versions, which Flink's own "incompatible" would not.
 *
 * @param <T> the serialized type
 */
public final class VersionedSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {
  private static final int SNAPSHOT_VERSION = 1;

  private @Nullable Class<?> serializerClass;
  private int dataVersion;

  /** For Flink, which reads the members with {@link #readSnapshot}. */
  public VersionedSerializerSnapshot() {}

  VersionedSerializerSnapshot(VersionedSerializer<T> serializer) {
    this.serializerClass = serializer.getClass();
    this.dataVersion = serializer.currentVersion();
  }

  @Override
  public int getCurrentVersion() {
    return SNAPSHOT_VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(requireClass().getName());
    out.writeInt(dataVersion);
  }

  @Override
  public void readSnapshot(int readVersion, DataInputView in, ClassLoader userCode)
      throws IOException {
    serializerClass = InstantiationUtil.resolveClassByName(in, userCode);
    dataVersion = in.readInt();
  }

  @Override
  @SuppressWarnings("unchecked")
  public TypeSerializer<T> restoreSerializer() {
    try {
      VersionedSerializer<T> restored =
          (VersionedSerializer<T>)
              requireClass().getConstructor(int.class).newInstance(dataVersion);
      requireReadableBy(restored.currentVersion());
      return restored;
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(requireClass() + " cannot read version " + dataVersion, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          requireClass() + " has no public constructor with the version to read", e);
    }
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> oldSnapshot) {
    if (!(oldSnapshot instanceof VersionedSerializerSnapshot<T> old)
        || old.serializerClass != serializerClass) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    old.requireReadableBy(dataVersion);
    return old.dataVersion == dataVersion
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }

  private void requireReadableBy(int newest) {
    if (dataVersion > newest) {
      throw new IllegalStateException(
          "the state was written by "
              + requireClass().getSimpleName()
              + " of version "
              + dataVersion
              + ", this program reads versions 1 to "
              + newest
              + ": restore it with the program that wrote it, or with a newer one");
    }
  }

  private Class<?> requireClass() {
    if (serializerClass == null) {
      throw new IllegalStateException("the snapshot was not read");
    }
    return serializerClass;
  }
}
