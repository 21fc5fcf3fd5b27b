package io.github.kisfutures.source.capture;

import io.github.kisfutures.source.FeedDeserializer;
import java.util.List;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.core.fs.Path;

/**
 * Captured frames as a bounded source, with the same records as the live source. All files are one
 * split, merged by receive time, so run it with parallelism 1: the order of the frames is what
 * decides which trade is late, and a replay must give the same rows every time.
 */
public final class CaptureSource {
  /** The session of trades that come from a capture which does not say. */
  public static final String SESSION = "replay";

  private CaptureSource() {}

  /**
   * A source over captured files, plain or {@code .gz}, and directories of them; at least one. What
   * was received at the same time comes in the order of the files' paths. Files that are still
   * written to may be read, but none may be added or removed meanwhile.
   */
  public static <T> FileSource<T> of(FeedDeserializer<T> deserializer, Path... files) {
    var builder =
        FileSource.forBulkFileFormat(new CaptureFormat<>(deserializer, List.of(files)), files);
    builder.setFileEnumerator(
        () -> (paths, tasks) -> List.of(new FileSourceSplit("captures", paths[0], 0, 0, 0, 0)));
    return builder.build();
  }

  /** How one captured file is read, from begin to end, for a file source of one's own. */
  public static <T> BulkFormat<T, FileSourceSplit> format(FeedDeserializer<T> deserializer) {
    return new CaptureFormat<>(deserializer, List.of());
  }
}
