package io.github.kisfutures.source.capture;

import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.metrics.ImpossibleTimes;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A captured file as a stream of a deserializer's records; Flink's file source unpacks {@code .gz}.
 *
 * @param <T> record type
 */
final class CaptureFormat<T> extends SimpleStreamFormat<T> {
  private static final long serialVersionUID = 1L;

  private final FeedDeserializer<T> deserializer;

  /** Of all files that a task reads, so that it is said once. */
  private transient @Nullable ImpossibleTimes impossibleTimes;

  CaptureFormat(FeedDeserializer<T> deserializer) {
    this.deserializer = deserializer;
  }

  @Override
  public Reader<T> createReader(Configuration config, FSDataInputStream stream) throws IOException {
    if (impossibleTimes == null) {
      impossibleTimes = new ImpossibleTimes();
    }
    deserializer.open();
    deserializer.observe(impossibleTimes);
    return new CaptureReader<>(stream, deserializer);
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return deserializer.getProducedType();
  }
}
