package io.github.kisfutures.job.capture;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.source.capture.SessionNote;
import io.github.kisfutures.wire.ReceivedFrame;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Captured frames in files whose names rise with time: {@code frames-20260710-091639-120.txt} or
 * {@code .txt.gz}, named by the KST receive time of the first frame; {@code _01} and so on tell
 * files of the same millisecond apart. Notes between the frames say which connection brought them.
 * Not thread-safe.
 */
public final class CaptureFiles implements Closeable {
  private static final long HOUR_MILLIS = 3_600_000;
  private static final int GZIP_BUFFER = 8192;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'frames-'yyyyMMdd-HHmmss-SSS").withZone(KoreaTime.ZONE);

  private final Path directory;
  private final boolean gzip;
  private @Nullable BufferedWriter writer;
  private long hour = Long.MIN_VALUE;
  private long run = Long.MIN_VALUE;
  private SessionNote.@Nullable Carried noted;

  /** Files below a directory, which is made if it is missing. */
  public CaptureFiles(Path directory, boolean gzip) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.gzip = gzip;
  }

  /** Appends a frame, or a note, as a capture line; line breaks within it become spaces. */
  public void append(ReceivedFrame frame) throws IOException {
    long receivedAt = frame.receipt().receivedAtMillis();
    BufferedWriter out = writerFor(receivedAt);
    if (!SessionNote.isNote(frame.text())) {
      noteCarrier(frame.receipt(), out);
    }
    out.write(CaptureText.of(frame));
    out.write('\n');
  }

  /** One note for all frames of a connection until another one brings a frame. */
  private void noteCarrier(Receipt receipt, BufferedWriter out) throws IOException {
    SessionNote.Carried last = noted;
    if (last != null
        && last.connection() == receipt.connection()
        && last.session().equals(receipt.session())) {
      return;
    }
    SessionNote.Carried now = new SessionNote.Carried(run, receipt.session(), receipt.connection());
    out.write(CaptureText.of(new ReceivedFrame(now.text(), receipt)));
    out.write('\n');
    noted = now;
  }

  /** Writes through what is buffered. */
  public void flush() throws IOException {
    if (writer != null) {
      writer.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }

  private BufferedWriter writerFor(long receivedAt) throws IOException {
    long newHour = Math.floorDiv(receivedAt, HOUR_MILLIS);
    if (writer == null || newHour > hour) {
      close();
      hour = newHour;
      run = run == Long.MIN_VALUE ? receivedAt : run;
      noted = null; // each file is read for itself
      writer = open(receivedAt);
    }
    return writer;
  }

  private BufferedWriter open(long receivedAt) throws IOException {
    String name = NAME.format(Instant.ofEpochMilli(receivedAt));
    for (int attempt = 0; ; attempt++) {
      // an underscore sorts behind the dot of the first file's ending, as the later file must
      String again = attempt == 0 ? "" : String.format(Locale.ROOT, "_%02d", attempt);
      String suffix = again + (gzip ? ".txt.gz" : ".txt");
      try {
        OutputStream file =
            Files.newOutputStream(directory.resolve(name + suffix), StandardOpenOption.CREATE_NEW);
        OutputStream out = gzip ? new GZIPOutputStream(file, GZIP_BUFFER, true) : file;
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      } catch (FileAlreadyExistsException e) {
        // an earlier file of the same millisecond is never written over: take the next name
      }
    }
  }
}
