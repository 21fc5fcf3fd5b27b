package io.github.kisfutures.source.capture;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.RejectedFrame;
import io.github.kisfutures.wire.CaptureLine;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.RejectionReason;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of captured files, line by line in the order of their receipt. */
final class CaptureReader<T> implements Closeable {
  private static final int PROGRESS_EVERY = 4096;

  private final CaptureMerge lines;
  private final FeedDeserializer<T> deserializer;
  private final ArrayDeque<T> pending = new ArrayDeque<>();
  private final Connections connections = new Connections();
  private long sequence;
  private long lastReceivedAt;
  private long newFrames;
  private long newCharacters;
  private boolean ended;

  CaptureReader(List<CaptureFile.Opener> files, FeedDeserializer<T> deserializer)
      throws IOException {
    this.lines = new CaptureMerge(files);
    this.deserializer = deserializer;
  }

  /** The next record, or null at the end of all files. */
  @Nullable T read() throws IOException {
    while (pending.isEmpty() && !ended) {
      CaptureFile file = lines.next(this::reportProgress);
      if (file == null) {
        ended = true;
      } else {
        readLine(file);
      }
    }
    return pending.poll();
  }

  private void readLine(CaptureFile file) {
    newFrames++;
    newCharacters += file.text().length() + 1;
    CaptureLine captured = file.line();
    if (captured == null) {
      deserializer.rejected(
          new RejectedFrame(
              lastReceivedAt,
              file.session(),
              RejectionReason.BAD_CAPTURE_LINE,
              file.fault(),
              file.text()),
          this::take);
    } else {
      lastReceivedAt = captured.receivedAtMillis();
      if (SessionNote.isNote(captured.frame())) {
        readNote(file, SessionNote.parse(lastReceivedAt, captured.frame()));
      } else {
        Receipt receipt =
            new Receipt(lastReceivedAt, file.session(), file.connection(), sequence++);
        deserializer.frame(new ReceivedFrame(captured.frame(), receipt), this::take);
      }
    }
    if (newFrames == PROGRESS_EVERY) {
      reportProgress();
    }
  }

  private void readNote(CaptureFile file, @Nullable SessionNote note) {
    if (note instanceof SessionNote.Carried carried) {
      file.carriedBy(carried.session(), connections.number(carried));
    } else if (note instanceof SessionNote.Happened happened) {
      deserializer.event(happened.event(), this::take);
    }
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
