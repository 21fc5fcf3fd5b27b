package io.github.kisfutures.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Bytes that an earlier version of a serializer wrote, in {@code src/test/resources/state}: a file
 * for each version, which is never changed. Whoever raises a version adds a file.
 */
public final class StoredState {
  private StoredState() {}

  /**
   * Fails unless the bytes stored for a version are read as a value that the current version writes
   * as it writes {@code expected}, to the last byte.
   *
   * @param name of the file, without {@code -v1.hex}
   * @param old the serializer of that version
   */
  public static <T> void assertReads(
      String name, int version, TypeSerializer<T> old, TypeSerializer<T> current, T expected)
      throws IOException {
    byte[] written = bytes(current, expected);
    DataInputDeserializer in = new DataInputDeserializer(stored(name, version, written));
    T read = old.deserialize(in);

    assertThat(in.available()).as("bytes of %s that nobody read", name).isZero();
    assertThat(bytes(current, read)).as("%s of version %d", name, version).isEqualTo(written);
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  /** The bytes of a file; fails if it is missing, and says what the current version would write. */
  public static byte[] stored(String name, int version, byte[] current) throws IOException {
    String file = "/state/" + name + "-v" + version + ".hex";
    try (InputStream in = StoredState.class.getResourceAsStream(file)) {
      if (in == null) {
        fail("no stored bytes: put into %s%n%s", file, HexFormat.of().formatHex(current));
        throw new IllegalStateException("not reached");
      }
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }
}
