package io.github.kisfutures.cli;

import io.github.kisfutures.capture.CapturePath;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How much there is to replay.
 *
 * @param files number of them
 * @param characters size of all files, unpacked; captures are ASCII
 */
record CaptureSize(int files, long characters) {
  private static final int GZIP_TRAILER = 4;

  static CaptureSize of(List<Path> files) throws IOException {
    long characters = 0;
    for (Path file : files) {
      characters += CapturePath.isPacked(file) ? unpackedSize(file) : Files.size(file);
    }
    return new CaptureSize(files.size(), characters);
  }

  /** The last four bytes of a gzip file are its unpacked size modulo 2^32 (RFC 1952). */
  private static long unpackedSize(Path file) throws IOException {
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "r")) {
      if (raw.length() < GZIP_TRAILER) {
        return 0;
      }
      raw.seek(raw.length() - GZIP_TRAILER);
      return Integer.toUnsignedLong(Integer.reverseBytes(raw.readInt()));
    }
  }

  /** Share done, 0 to 100. */
  long percent(long charactersRead) {
    return characters == 0 ? 100 : Math.min(100, charactersRead * 100 / characters);
  }
}
