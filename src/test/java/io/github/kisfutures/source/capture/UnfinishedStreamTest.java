package io.github.kisfutures.source.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.reference.SampleRecord;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.FeedRecordDeserializer;
import io.github.kisfutures.wire.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Packed captures whose writer was killed. */
class UnfinishedStreamTest {
  private static final int LINES = 500;
  private static final long SEED = 7;

  @Test
  void everythingBeforeTheLastWriteThroughIsRead() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    GZIPOutputStream packed = new GZIPOutputStream(file, 512, true);
    packed.write(lines().getBytes(StandardCharsets.UTF_8));
    packed.flush();

    List<FeedRecord> records = read(file.toByteArray());

    assertThat(records).filteredOn(FeedRecord.Trade.class::isInstance).hasSize(LINES);
    assertThat(records).noneMatch(FeedRecord.Rejected.class::isInstance);
    assertThat(records.get(records.size() - 1)).isInstanceOf(FeedRecord.Progress.class);
  }

  @Test
  void aFileCutAnywhereGivesItsWholeLinesAndAtMostOneRejectedOne() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(file)) {
      packed.write(lines().getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = file.toByteArray();
    Random random = new Random(SEED);
    for (int i = 0; i < 50; i++) {
      int length = 10 + random.nextInt(whole.length - 10);

      List<FeedRecord> records = read(Arrays.copyOf(whole, length));

      assertThat(records.stream().filter(FeedRecord.Trade.class::isInstance).count())
          .as("trades of the first %d of %d bytes, seed %d", length, whole.length, SEED)
          .isLessThanOrEqualTo(LINES);
      List<FeedRecord> rejected =
          records.stream().filter(FeedRecord.Rejected.class::isInstance).toList();
      assertThat(rejected).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void aCutReceiveTimeIsRejectedAsALine() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    GZIPOutputStream packed = new GZIPOutputStream(file, 512, true);
    packed.write((lines() + "2026-07-10T09:1").getBytes(StandardCharsets.UTF_8));
    packed.flush();

    assertThat(read(file.toByteArray()))
        .filteredOn(FeedRecord.Rejected.class::isInstance)
        .singleElement()
        .extracting(record -> ((FeedRecord.Rejected) record).frame().reason())
        .isEqualTo(RejectionReason.BAD_CAPTURE_LINE);
  }

  private static String lines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= LINES; i++) {
      lines.append(SampleRecord.line(SampleRecord.trade("091639", 77900, 1, i, 779_000L * i)));
      lines.append('\n');
    }
    return lines.toString();
  }

  private static List<FeedRecord> read(byte[] file) throws IOException {
    FeedRecordDeserializer deserializer = new FeedRecordDeserializer();
    deserializer.open();
    List<FeedRecord> records = new ArrayList<>();
    try (CaptureReader<FeedRecord> reader =
        new CaptureReader<>(
            List.of(() -> new GZIPInputStream(new ByteArrayInputStream(file))), deserializer)) {
      for (FeedRecord next = reader.read(); next != null; next = reader.read()) {
        records.add(next);
      }
    }
    return records;
  }
}
