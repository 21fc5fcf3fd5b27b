package io.github.kisfutures.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.source.StoredBytes;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Holds serializers to the bytes that their earlier versions wrote ({@link StoredBytes}). */
public final class StoredState {
  private StoredState() {}

  /**
   * Fails unless the stored bytes are read as a value that the current version writes as it writes
   * {@code expected}, to the last byte.
   *
   * @param old the serializer of the version that wrote them
   */
  public static <T> void assertReads(
      String name, TypeSerializer<T> old, TypeSerializer<T> current, T expected)
      throws IOException {
    byte[] written = bytes(current, expected);
    DataInputDeserializer in = new DataInputDeserializer(StoredBytes.stored(name, written));
    T read = old.deserialize(in);

    assertThat(in.available()).as("bytes of %s that nobody read", name).isZero();
    assertThat(bytes(current, read)).as(name).isEqualTo(written);
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }
}
