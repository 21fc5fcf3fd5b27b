package io.github.kisfutures.source.capture;

import io.github.kisfutures.capture.CaptureLines;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.RejectedFrame;
import io.github.kisfutures.wire.CaptureLine;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.zip.ZipException;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.jspecify.annotations.Nullable;

/** Reads one captured file line by line, in order. */
final class CaptureReader<T> implements StreamFormat.Reader<T> {
  private static final int PROGRESS_EVERY = 4096;

  private final CaptureLines lines;
  private final FeedDeserializer<T> deserializer;
  private final ArrayDeque<T> pending = new ArrayDeque<>();
  private long sequence;
  private long lastReceivedAt;
  private long newFrames;
  private long newCharacters;
  private boolean ended;

  CaptureReader(InputStream stream, FeedDeserializer<T> deserializer) {
    this.lines = new CaptureLines(stream);
    this.deserializer = deserializer;
  }

  @Override
  public @Nullable T read() throws IOException {
    while (pending.isEmpty() && !ended) {
      String line = nextLine();
      if (line == null) {
        ended = true;
        reportProgress();
      } else if (!line.isEmpty()) {
        readLine(line);
      }
    }
    return pending.poll();
  }

  /** Null at the end, also at one that comes too early because what is packed is damaged. */
  private @Nullable String nextLine() throws IOException {
    try {
      return lines.next();
    } catch (ZipException e) {
      newFrames++;
      reject("the packed file is damaged from here on (" + e.getMessage() + ")", "");
      return null;
    }
  }

  private void readLine(String line) {
    newFrames++;
    newCharacters += line.length() + 1;
    CaptureLine captured = parse(line);
    if (captured != null) {
      lastReceivedAt = captured.receivedAtMillis();
      Receipt receipt = new Receipt(lastReceivedAt, CaptureSource.SESSION, 0, sequence++);
      deserializer.frame(new ReceivedFrame(captured.frame(), receipt), this::take);
    }
    if (newFrames == PROGRESS_EVERY) {
      reportProgress();
    }
  }

  /** The line, or null after it was handed on as rejected. */
  private @Nullable CaptureLine parse(String line) {
    if (lines.isCut()) {
      reject(
          "the line has "
              + lines.cutLength()
              + " characters, more than any frame; only its begin is kept",
          line);
      return null;
    }
    try {
      return CaptureLine.parse(line);
    } catch (IllegalArgumentException e) {
      reject(String.valueOf(e.getMessage()), line);
      return null;
    }
  }

  private void reject(String detail, String line) {
    deserializer.rejected(
        new RejectedFrame(
            lastReceivedAt, CaptureSource.SESSION, RejectionReason.BAD_CAPTURE_LINE, detail, line),
        this::take);
  }

  /** Flink's file reader takes no event times: they are assigned behind the source. */
  private void take(T record, long eventTimeMillis) {
    pending.add(record);
  }

  private void reportProgress() {
    deserializer.progress(new FeedRecord.Progress(newFrames, newCharacters), this::take);
    newFrames = 0;
    newCharacters = 0;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
