package io.github.kisfutures.source.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.source.FrameDeserializer;
import io.github.kisfutures.wire.ReceivedFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureFormatTest {
  private static final int LINES = 900;

  @TempDir Path directory;

  @Test
  void aReaderRestoredAtAnyPositionGoesOnInTheMergeBehindIt() throws IOException {
    write("a.txt", 0);
    write("b.txt", 1);
    CaptureFormat<ReceivedFrame> format =
        new CaptureFormat<>(
            new FrameDeserializer(), List.of(new org.apache.flink.core.fs.Path(directory.toUri())));

    List<RecordAndPosition<ReceivedFrame>> all =
        read(format.createReader(new Configuration(), at(0)));

    assertThat(all)
        .extracting(record -> record.getRecord().text())
        .hasSize(2 * LINES)
        .startsWith("0", "1", "2", "3")
        .endsWith("1798", "1799");
    for (int position : new int[] {1, 511, 512, 513, 1234, 2 * LINES}) {
      long restored = all.get(position - 1).getRecordSkipCount();
      assertThat(read(format.restoreReader(new Configuration(), at(restored))))
          .extracting(RecordAndPosition::getRecord)
          .containsExactlyElementsOf(
              all.subList(position, all.size()).stream()
                  .map(RecordAndPosition::getRecord)
                  .toList());
    }
  }

  private static FileSourceSplit at(long records) {
    FileSourceSplit split =
        new FileSourceSplit("s", new org.apache.flink.core.fs.Path("/none"), 0, 0, 0, 0);
    return records == 0
        ? split
        : split.updateWithCheckpointedPosition(
            new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, records));
  }

  private static List<RecordAndPosition<ReceivedFrame>> read(
      BulkFormat.Reader<ReceivedFrame> reader) throws IOException {
    List<RecordAndPosition<ReceivedFrame>> read = new ArrayList<>();
    try (reader) {
      for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
        for (var at = batch.next(); at != null; at = batch.next()) {
          read.add(
              new RecordAndPosition<>(at.getRecord(), at.getOffset(), at.getRecordSkipCount()));
        }
      }
    }
    return read;
  }

  /** Every other millisecond of two seconds. */
  private void write(String name, int first) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int at = first; at < 2 * LINES; at += 2) {
      lines.add(String.format("2026-07-10T09:16:%02d.%03d+09:00\t%d", at / 1000, at % 1000, at));
    }
    Files.write(directory.resolve(name), lines);
  }
}
