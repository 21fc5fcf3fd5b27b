package io.github.kisfutures.simulator;

import io.github.kisfutures.capture.CaptureLines;
import io.github.kisfutures.capture.CapturePath;
import io.github.kisfutures.wire.CaptureLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a capture, file after file ({@code docs/captures.md}, "In files"). Empty lines
 * and remarks are skipped.
 */
final class CaptureReader implements AutoCloseable {
  private final Deque<Path> files;
  private @Nullable Path file;
  private @Nullable CaptureLines reader;
  private long lineNumber;

  /**
   * Finds the files; those of a directory that cannot be read are left out.
   *
   * @throws IllegalArgumentException with one sentence, if there are none
   */
  CaptureReader(Path path) {
    files = new ArrayDeque<>(CapturePath.of(path).files());
  }

  /**
   * The next line, or null at the end.
   *
   * @throws IllegalArgumentException with one sentence, if the line is no capture line
   * @throws UncheckedIOException if the file cannot be read
   */
  @Nullable CaptureLine next() {
    try {
      while (true) {
        String line = reader == null ? null : reader.next();
        if (line == null) {
          if (!openNext()) {
            return null;
          }
        } else {
          lineNumber++;
          if (!line.isBlank() && line.charAt(0) != '#') {
            return parse(line, reader.isCut());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the capture " + file + " on", e);
    }
  }

  private CaptureLine parse(String line, boolean cut) {
    try {
      if (cut) {
        throw new IllegalArgumentException("it is longer than any frame");
      }
      return CaptureLine.parse(line);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "line " + lineNumber + " of " + file + " is no capture line: " + e.getMessage(), e);
    }
  }

  private boolean openNext() throws IOException {
    close();
    Path next = files.poll();
    if (next == null) {
      return false;
    }
    file = next;
    lineNumber = 0;
    InputStream bytes = Files.newInputStream(next);
    try {
      InputStream plain = CapturePath.isPacked(next) ? new GZIPInputStream(bytes) : bytes;
      reader = new CaptureLines(plain);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
    return true;
  }

  @Override
  public void close() {
    CaptureLines open = reader;
    reader = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot close the capture " + file, e);
      }
    }
  }
}
