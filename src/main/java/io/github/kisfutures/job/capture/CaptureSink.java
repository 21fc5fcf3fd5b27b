package io.github.kisfutures.job.capture;

import io.github.kisfutures.wire.ReceivedFrame;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Appends frames to files of a local directory, a new file every hour. Nothing is held back for a
 * commit or a checkpoint: KIS cannot replay, so what has arrived must be on disk half a second
 * later, also when the process is killed.
 *
 * @param directory where the files go
 * @param gzip whether they are packed
 */
record CaptureSink(String directory, boolean gzip) implements Sink<ReceivedFrame> {
  private static final long WRITE_THROUGH_MILLIS = 500;

  @Override
  public SinkWriter<ReceivedFrame> createWriter(WriterInitContext context) throws IOException {
    CaptureFiles files = new CaptureFiles(Path.of(directory), gzip);
    return new Writer(files, context.getProcessingTimeService());
  }

  private static final class Writer implements SinkWriter<ReceivedFrame> {
    private final CaptureFiles files;
    private final ProcessingTimeService time;
    private boolean willFlush;

    Writer(CaptureFiles files, ProcessingTimeService time) {
      this.files = files;
      this.time = time;
    }

    @Override
    public void write(ReceivedFrame frame, Context context) throws IOException {
      files.append(frame);
      if (!willFlush) {
        willFlush = true;
        time.registerTimer(
            time.getCurrentProcessingTime() + WRITE_THROUGH_MILLIS, this::writeThrough);
      }
    }

    private void writeThrough(long now) throws IOException {
      willFlush = false;
      files.flush();
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      files.flush();
    }

    @Override
    public void close() throws IOException {
      files.close();
    }
  }
}
