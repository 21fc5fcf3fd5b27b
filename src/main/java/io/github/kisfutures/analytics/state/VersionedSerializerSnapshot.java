package io.github.kisfutures.analytics.state;

import java.io.IOException;
import java.util.function.IntFunction;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a checkpoint keeps of a {@link VersionedSerializer}: the number of its layout. Older layouts
 * are migrated; a newer one is refused by name.
 */
public abstract class VersionedSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {
  private final int currentVersion;
  private final IntFunction<? extends VersionedSerializer<T>> reader;
  private int writtenVersion;

  /**
   * For a subclass's public constructor without parameters.
   *
   * @param currentVersion the layout that is written now; layouts count from 1
   * @param reader makes the serializer that reads a layout
   */
  protected VersionedSerializerSnapshot(
      int currentVersion, IntFunction<? extends VersionedSerializer<T>> reader) {
    this.currentVersion = currentVersion;
    this.reader = reader;
    this.writtenVersion = currentVersion;
  }

  @Override
  public final int getCurrentVersion() {
    return currentVersion;
  }

  @Override
  public final void writeSnapshot(DataOutputView out) {}

  @Override
  public final void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader)
      throws IOException {
    if (readVersion < 1 || readVersion > currentVersion) {
      throw new IOException(
          "the state was written with layout "
              + readVersion
              + " of "
              + getClass().getName()
              + ", and this version of the job reads layouts 1 to "
              + currentVersion
              + ": restore it with the version that wrote it");
    }
    writtenVersion = readVersion;
  }

  @Override
  public final TypeSerializer<T> restoreSerializer() {
    return reader.apply(writtenVersion);
  }

  @Override
  public final TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> oldSnapshot) {
    if (oldSnapshot.getClass() != getClass()) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return ((VersionedSerializerSnapshot<T>) oldSnapshot).writtenVersion == currentVersion
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }
}
