package io.github.kisfutures.simulator;

import io.github.kisfutures.wire.CaptureLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a capture, file after file ({@code docs/captures.md}, "In files"). Empty lines
 * are skipped.
 */
final class CaptureReader implements AutoCloseable {
  private final Deque<Path> files;
  private @Nullable Path file;
  private @Nullable BufferedReader reader;
  private long lineNumber;

  /**
   * Finds the files.
   *
   * @throws IllegalArgumentException with one sentence, if there are none
   * @throws UncheckedIOException if the directory cannot be listed
   */
  CaptureReader(Path path) {
    files = new ArrayDeque<>(files(path));
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no capture at " + path + "; name a capture file or a directory of them");
    }
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
        String line = reader == null ? null : reader.readLine();
        if (line == null) {
          if (!openNext()) {
            return null;
          }
        } else {
          lineNumber++;
          if (!line.isBlank()) {
            return parse(line);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the capture " + file + " on", e);
    }
  }

  private CaptureLine parse(String line) {
    try {
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
      InputStream plain = next.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
      reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
    return true;
  }

  private static List<Path> files(Path path) {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(path)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> file.equals(path) || !isHidden(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the captures in " + path, e);
    }
  }

  private static boolean isHidden(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(".") || name.startsWith("_");
  }

  @Override
  public void close() {
    BufferedReader open = reader;
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
