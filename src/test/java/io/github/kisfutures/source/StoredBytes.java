package io.github.kisfutures.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes as an earlier version wrote them, in {@code src/test/resources/serialized}. A new version
 * adds files and never changes one. {@code -Dserialized.write=true} writes those that are missing.
 */
public final class StoredBytes {
  private static final Path DIRECTORY = Path.of("src/test/resources/serialized");

  private StoredBytes() {}

  /**
   * The bytes of a file.
   *
   * @param current what the current version writes, to make a new file of
   */
  public static byte[] stored(String name, byte[] current) {
    Path file = DIRECTORY.resolve(name + ".bin");
    try {
      if (Boolean.getBoolean("serialized.write") && !Files.exists(file)) {
        Files.createDirectories(DIRECTORY);
        Files.write(file, current);
      }
      String resource = "serialized/" + name + ".bin";
      try (InputStream in = StoredBytes.class.getClassLoader().getResourceAsStream(resource)) {
        return in == null ? Files.readAllBytes(file) : in.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the stored bytes " + name, e);
    }
  }
}
