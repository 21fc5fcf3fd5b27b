package io.github.kisfutures.serialization;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Base of our hand-written serializers: a subclass says how to write the current version and how to
 * read every version so far. Stateless. The subclass has a public constructor without parameters,
 * which writes and reads its current version, and one with the version to read, for restored state.
 *
 * @param <T> an immutable type, unless the subclass overrides {@link #copy(Object)}
 */
public abstract class VersionedSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final int version;

  /** A serializer that reads bytes of {@code version}. */
  protected VersionedSerializer(int version) {
    this.version = version;
  }

  /** The version that is written. */
  public abstract int currentVersion();

  /** Writes the current version. */
  protected abstract void write(T value, DataOutputView out) throws IOException;

  /** Reads bytes of {@code version}, 1 to {@link #currentVersion()}. */
  protected abstract T read(DataInputView in, int version) throws IOException;

  /** The version that is read. */
  public final int version() {
    return version;
  }

  @Override
  public final void serialize(T value, DataOutputView out) throws IOException {
    write(value, out);
  }

  @Override
  public final T deserialize(DataInputView in) throws IOException {
    return read(in, version);
  }

  @Override
  public final T deserialize(T reuse, DataInputView in) throws IOException {
    return read(in, version);
  }

  /** The value itself: immutable values need no copy. */
  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public final T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public final void copy(DataInputView in, DataOutputView out) throws IOException {
    write(read(in, version), out);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public final TypeSerializer<T> duplicate() {
    return this;
  }

  @Override
  public @Nullable T createInstance() {
    return null;
  }

  @Override
  public final int getLength() {
    return -1;
  }

  @Override
  public final TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new VersionedSerializerSnapshot<>(this);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other != null
        && other.getClass() == getClass()
        && ((VersionedSerializer<?>) other).version == version;
  }

  @Override
  public final int hashCode() {
    return 31 * getClass().hashCode() + version;
  }
}
