package io.github.kisfutures.analytics.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A serializer with a numbered layout: it writes the current one and reads the one it was made for,
 * so that state of an older version of the job is read by an older layout and written by the
 * current one.
 *
 * <p>A subclass writes and reads; a value is taken as immutable unless the subclass says otherwise
 * and copies.
 */
public abstract class VersionedSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final int version;

  /** A serializer that reads layout {@code version}. */
  protected VersionedSerializer(int version) {
    this.version = version;
  }

  /** Writes a value in the current layout. */
  protected abstract void write(T value, DataOutputView out) throws IOException;

  /** Reads a value written in layout {@code version}. */
  protected abstract T read(int version, DataInputView in) throws IOException;

  @Override
  public final void serialize(T value, DataOutputView out) throws IOException {
    write(value, out);
  }

  @Override
  public final T deserialize(DataInputView in) throws IOException {
    return read(version, in);
  }

  @Override
  public final T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public final void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public final T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public final TypeSerializer<T> duplicate() {
    return this;
  }

  /** Not supported: these values have no empty form, and streaming never asks for one. */
  @Override
  public final T createInstance() {
    throw new UnsupportedOperationException(getClass().getSimpleName() + " makes no empty values");
  }

  @Override
  public final int getLength() {
    return -1;
  }

  @Override
  public final boolean equals(Object other) {
    return other != null
        && other.getClass() == getClass()
        && ((VersionedSerializer<?>) other).version == version;
  }

  @Override
  public final int hashCode() {
    return 31 * getClass().getName().hashCode() + version;
  }
}
