package io.github.kisfutures.source.capture;

import io.github.kisfutures.source.FeedDeserializer;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.impl.StreamFormatAdapter;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.core.fs.Path;

/**
 * Captured frames as a bounded source, with the same records as the live source. Files are read in
 * the order of their names, so run it with parallelism 1: the order of the frames is what decides
 * which trade is late, and a replay must give the same rows every time.
 */
public final class CaptureSource {
  /** The session of trades that come from a capture: the capture does not say. */
  public static final String SESSION = "replay";

  private CaptureSource() {}

  /** A source over captured files, plain or {@code .gz}; at least one. */
  public static <T> FileSource<T> of(FeedDeserializer<T> deserializer, Path... files) {
    var builder = FileSource.forRecordStreamFormat(new CaptureFormat<>(deserializer), files);
    builder.setSplitAssigner(FilesInNameOrder::new);
    return builder.build();
  }

  /** How one captured file is read, from begin to end, for a file source of one's own. */
  public static <T> BulkFormat<T, FileSourceSplit> format(FeedDeserializer<T> deserializer) {
    return new NamedFaults<>(new StreamFormatAdapter<>(new CaptureFormat<>(deserializer)));
  }
}
