package io.github.kisfutures.cli.screen;

import java.io.Serializable;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Rows of a stream on a screen of this JVM, each the moment it is made.
 *
 * @param screen number of the screen
 * @param show how it shows a row
 * @param <T> the rows
 */
record ScreenSink<T>(int screen, Show<T> show) implements Sink<T> {

  /** What a screen does with a row. */
  interface Show<T> extends Serializable {
    void on(LiveScreen screen, T row);
  }

  /** Sends a stream to a screen. */
  static <T> void attach(DataStream<T> rows, LiveScreen screen, String name, Show<T> show) {
    rows.sinkTo(new ScreenSink<>(screen.number(), show))
        .setParallelism(1)
        .name("screen " + name)
        .uid("screen-" + name);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new SinkWriter<>() {
      @Override
      public void write(T row, Context at) {
        LiveScreen open = LiveScreen.find(screen);
        if (open != null) {
          show.on(open, row);
        }
      }

      @Override
      public void flush(boolean endOfInput) {
        // nothing is held back
      }

      @Override
      public void close() {
        // the screen is closed by who has opened it
      }
    };
  }
}
