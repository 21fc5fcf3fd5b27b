package io.github.kisfutures.capture;

import io.github.kisfutures.text.ByteOrderMark;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a captured file, UTF-8, whatever their ends; a byte-order mark before a line is
 * skipped, also in the midst of files that were glued together. A line without end must not take
 * all memory, so one that is longer than any frame comes cut.
 */
public final class CaptureLines implements Closeable {
  /** The longest frame that a session takes, 16 MiB, with receive time and tab before it. */
  public static final int LONGEST = (16 << 20) + 64;

  private static final int BUFFER = 1 << 16;
  private static final int KEPT_OF_CUT = 1000;

  private final Reader text;
  private final char[] buffer = new char[BUFFER];
  private int position;
  private int end;

  /** Whether the last character was a carriage return, so that a line feed belongs to it. */
  private boolean returned;

  private long cutLength;

  /** Lines of unpacked bytes, which may lack their end. */
  public CaptureLines(InputStream bytes) {
    this.text = new InputStreamReader(new UnfinishedStream(bytes), StandardCharsets.UTF_8);
  }

  /** The next line without its end, or null at the end of the file; see {@link #isCut}. */
  public @Nullable String next() throws IOException {
    cutLength = 0;
    StringBuilder begun = null;
    long length = 0;
    while (true) {
      if (position == end && !fill()) {
        return begun == null ? null : finished(begun, length);
      }
      if (returned && buffer[position] == '\n' && begun == null) {
        returned = false;
        position++;
        continue;
      }
      returned = false;
      int lineEnd = endOfLine();
      int found = lineEnd - position;
      length += found;
      if (begun == null && lineEnd < end) {
        String line = text(position, found);
        stepOver(lineEnd);
        return line;
      }
      if (begun == null) {
        begun = new StringBuilder(2 * found);
      }
      if (length <= LONGEST) {
        begun.append(buffer, position, found);
      } else {
        begun.setLength(Math.min(begun.length(), KEPT_OF_CUT));
        begun.trimToSize();
      }
      position = lineEnd;
      if (lineEnd < end) {
        stepOver(lineEnd);
        return finished(begun, length);
      }
    }
  }

  /**
   * Whether the last line was longer than {@link #LONGEST}: then it was given without all but its
   * first characters.
   */
  public boolean isCut() {
    return cutLength > 0;
  }

  /** How long the last line was, in characters, if it was cut. */
  public long cutLength() {
    return cutLength;
  }

  private String finished(StringBuilder line, long length) {
    cutLength = length > LONGEST ? length : 0;
    return ByteOrderMark.skip(line.toString());
  }

  private String text(int start, int length) {
    boolean marked = length > 0 && buffer[start] == ByteOrderMark.MARK;
    return marked ? new String(buffer, start + 1, length - 1) : new String(buffer, start, length);
  }

  private int endOfLine() {
    int at = position;
    while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
      at++;
    }
    return at;
  }

  private void stepOver(int lineEnd) {
    returned = buffer[lineEnd] == '\r';
    position = lineEnd + 1;
  }

  private boolean fill() throws IOException {
    int read = text.read(buffer, 0, buffer.length);
    position = 0;
    end = Math.max(0, read);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
