package io.github.kisfutures.source.capture;

import io.github.kisfutures.capture.CaptureLines;
import io.github.kisfutures.wire.CaptureLine;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * One captured file on its way through a merge: the line that is next, and when that was received.
 * It is looked at once to learn when it begins, and opened only when that time has come, so that a
 * year of captures needs no more files and memory than those that overlap.
 */
final class CaptureFile implements Closeable {
  /** By receive time of the next line; what was received at the same time, by place. */
  static final Comparator<CaptureFile> BY_RECEIVE_TIME =
      Comparator.comparingLong((CaptureFile file) -> file.receivedAtMillis)
          .thenComparingInt(file -> file.place);

  /** After so many lines without a receive time a file has none. */
  private static final int LINES_LOOKED_AT = 100;

  private final Opener opener;
  private final int place;
  private long receivedAtMillis;
  private @Nullable CaptureLines lines;
  private @Nullable String text;
  private @Nullable CaptureLine line;
  private String fault = "";
  private String session = CaptureSource.SESSION;
  private long connection;

  /** Opens the file anew, unpacked. */
  interface Opener {
    InputStream open() throws IOException;
  }

  /**
   * Looks at a file.
   *
   * @param place among the files, which decides between lines of the same receive time
   * @param otherwise when it begins if it does not say
   */
  CaptureFile(Opener opener, int place, long otherwise) throws IOException {
    this.opener = opener;
    this.place = place;
    this.receivedAtMillis = otherwise;
    try (this) {
      for (int i = 0; i < LINES_LOOKED_AT && line == null && next(); i++) {}
    }
  }

  /**
   * Takes the next line; one that is none counts as received when the line before it was.
   *
   * @return false at the end of the file
   */
  boolean next() throws IOException {
    CaptureLines opened = lines;
    if (opened == null) {
      opened = new CaptureLines(opener.open());
      lines = opened;
    }
    line = null;
    fault = "";
    try {
      do {
        text = opened.next();
      } while (text != null && (text.isEmpty() || text.charAt(0) == '#'));
    } catch (ZipException e) {
      text = "";
      fault = "the packed file is damaged from here on (" + e.getMessage() + ")";
      lines = new CaptureLines(InputStream.nullInputStream());
      opened.close();
      return true;
    }
    if (text == null) {
      return false;
    }
    if (opened.isCut()) {
      fault =
          "the line has "
              + opened.cutLength()
              + " characters, more than any frame; only its begin is kept";
      return true;
    }
    try {
      CaptureLine parsed = CaptureLine.parse(text);
      line = parsed;
      receivedAtMillis = parsed.receivedAtMillis();
    } catch (IllegalArgumentException e) {
      fault = String.valueOf(e.getMessage());
    }
    return true;
  }

  /** Whether it is open; otherwise only the time of its begin is known. */
  boolean isOpen() {
    return lines != null;
  }

  /** When the next line was received. */
  long receivedAtMillis() {
    return receivedAtMillis;
  }

  /** The line, or null if it is none: see {@link #fault}. */
  @Nullable CaptureLine line() {
    return line;
  }

  /** The session of the file's frames at this place, as far as the file has said it. */
  String session() {
    return session;
  }

  /** Their connection; 0 where the file has not said it. */
  long connection() {
    return connection;
  }

  /** From here on the file's frames came over this connection. */
  void carriedBy(String newSession, long newConnection) {
    session = newSession;
    connection = newConnection;
  }

  /** The line as it stands in the file; empty where the file cannot be read on. */
  String text() {
    return text == null ? "" : text;
  }

  /** Why the line is none. */
  String fault() {
    return fault;
  }

  @Override
  public void close() throws IOException {
    CaptureLines open = lines;
    lines = null;
    if (open != null) {
      open.close();
    }
  }
}
