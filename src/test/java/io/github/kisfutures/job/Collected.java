package io.github.kisfutures.job;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What a stream of a job in this JVM has emitted, each with the moment it came.
 *
 * @param name tells the collections of a JVM apart
 */
record Collected<T>(String name) {
  private static final Map<String, List<Element<?>>> ALL = new ConcurrentHashMap<>();

  /**
   * An element of the stream.
   *
   * @param value the element
   * @param at when it reached the sink
   */
  record Element<T>(T value, Instant at) {}

  /** Collects the stream. */
  static <T> Collected<T> from(DataStream<T> stream, String name) {
    ALL.put(name, new CopyOnWriteArrayList<>());
    stream.sinkTo(new CollectingSink<>(name)).setParallelism(1);
    return new Collected<>(name);
  }

  /** All so far. */
  @SuppressWarnings("unchecked") // the collection of that name was made for this type
  List<Element<T>> elements() {
    return (List<Element<T>>) (List<?>) ALL.getOrDefault(name, List.of());
  }

  private record CollectingSink<T>(String name) implements Sink<T> {
    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
      List<Element<?>> elements = ALL.get(name);
      InstantSource clock = InstantSource.system();
      return new SinkWriter<>() {
        @Override
        public void write(T value, Context ignored) {
          elements.add(new Element<>(value, clock.instant()));
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
      };
    }
  }
}
