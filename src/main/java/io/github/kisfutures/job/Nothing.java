package io.github.kisfutures.job;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * A stream without elements, for what a job does not have. It has the watermarks and the end of
 * another one.
 */
public final class Nothing {
  private Nothing() {}

  /** Nothing, at the time of {@code stream}. */
  public static <T, R> DataStream<R> of(
      DataStream<T> stream, TypeInformation<R> type, String name) {
    return stream
        .flatMap(new Drop<T, R>(), type)
        .setParallelism(stream.getParallelism())
        .name(name)
        .uid(name.replace(' ', '-'));
  }

  private record Drop<T, R>() implements FlatMapFunction<T, R> {
    @Override
    public void flatMap(T element, Collector<R> out) {}
  }
}
