package io.github.kisfutures.job.capture;

import io.github.kisfutures.wire.ReceivedFrame;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Appends frames to files of a local directory, a new file every hour; a checkpoint writes through
 * what is buffered. Nothing is held back for a commit: KIS cannot replay, so what has arrived must
 * be on disk also when the process is killed.
 *
 * @param directory where the files go
 * @param gzip whether they are packed
 */
record CaptureSink(String directory, boolean gzip) implements Sink<ReceivedFrame> {

  @Override
  public SinkWriter<ReceivedFrame> createWriter(WriterInitContext context) throws IOException {
    return new Writer(new CaptureFiles(Path.of(directory), gzip));
  }

  private record Writer(CaptureFiles files) implements SinkWriter<ReceivedFrame> {
    @Override
    public void write(ReceivedFrame frame, Context context) throws IOException {
      files.append(frame);
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
