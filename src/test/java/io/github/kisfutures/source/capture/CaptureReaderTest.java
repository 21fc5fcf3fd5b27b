package io.github.kisfutures.source.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.capture.CaptureLines;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.FeedRecordDeserializer;
import io.github.kisfutures.source.FrameDeserializer;
import io.github.kisfutures.source.RecordOutput;
import io.github.kisfutures.source.RejectedFrame;
import io.github.kisfutures.wire.CaptureLine;
import io.github.kisfutures.wire.Frames;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;

class CaptureReaderTest {
  private static final long AT = Frames.RECEIPT.receivedAtMillis();
  private static final String LINE = new CaptureLine(AT, Frames.official()).text() + "\n";

  @Test
  void readsLinesInOrderAndNumbersTheirFrames() throws IOException {
    String later = new CaptureLine(AT + 1, "{\"header\":{}}").text() + "\r\n";

    List<ReceivedFrame> frames = new ArrayList<>();
    CaptureReader<ReceivedFrame> reader = reader(LINE + later + LINE, new FrameDeserializer());
    for (ReceivedFrame frame = reader.read(); frame != null; frame = reader.read()) {
      frames.add(frame);
    }

    assertThat(frames)
        .containsExactly(
            new ReceivedFrame(Frames.official(), new Receipt(AT, "replay", 0, 0)),
            new ReceivedFrame("{\"header\":{}}", new Receipt(AT + 1, "replay", 0, 1)),
            new ReceivedFrame(Frames.official(), new Receipt(AT, "replay", 0, 2)));
    assertThat(reader.read()).as("the end stays the end").isNull();
  }

  @Test
  void decodesTradesAndReportsProgressAtTheEnd() throws IOException {
    List<FeedRecord> records = records(LINE + LINE);

    assertThat(records).hasSize(3);
    assertThat(records.subList(0, 2)).allMatch(record -> record instanceof FeedRecord.Trade);
    assertThat(records.get(2)).isEqualTo(new FeedRecord.Progress(2, 2L * LINE.length()));
  }

  @Test
  void aLastLineWithoutALineEndCounts() throws IOException {
    assertThat(records(LINE.strip())).hasSize(2);
    assertThat(records("")).containsExactly(new FeedRecord.Progress(0, 0));
    assertThat(records("\n\n" + LINE + "\n")).as("empty lines are none").hasSize(2);
  }

  @Test
  void aLineThatIsNoneIsKeptAndReadingGoesOn() throws IOException {
    List<FeedRecord> records = records(LINE + "garbage\n" + "now\tframe\n" + LINE);

    assertThat(records).hasSize(5);
    assertThat(records.get(1))
        .isEqualTo(
            new FeedRecord.Rejected(
                new RejectedFrame(
                    AT,
                    "replay",
                    RejectionReason.BAD_CAPTURE_LINE,
                    "there is no tab between receive time and frame",
                    "garbage")));
    assertThat(records.get(2))
        .isInstanceOfSatisfying(
            FeedRecord.Rejected.class,
            rejected -> assertThat(rejected.frame().detail()).contains("'now' is not ISO-8601"));
    assertThat(records.get(3)).isInstanceOf(FeedRecord.Trade.class);
  }

  @Test
  void aLineThatIsLongerThanAnyFrameIsRejectedWithItsBegin() throws IOException {
    String endless = LINE.strip() + "9".repeat(CaptureLines.LONGEST);

    List<FeedRecord> records = records(endless + "\n" + LINE);

    assertThat(records.get(0))
        .isInstanceOfSatisfying(
            FeedRecord.Rejected.class,
            rejected -> {
              assertThat(rejected.frame().reason()).isEqualTo(RejectionReason.BAD_CAPTURE_LINE);
              assertThat(rejected.frame().detail())
                  .startsWith("the line has " + endless.length() + " characters");
              assertThat(endless).startsWith(rejected.frame().frame());
            });
    assertThat(records.get(1)).isInstanceOf(FeedRecord.Trade.class);
  }

  @Test
  void aPackedFileThatIsDamagedIsReadUpToThere() throws IOException {
    CaptureFile.Opener damaged =
        () ->
            new SequenceInputStream(
                new ByteArrayInputStream(LINE.getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                  @Override
                  public int read() throws IOException {
                    throw new ZipException("invalid distance too far back");
                  }
                });
    FeedRecordDeserializer deserializer = new FeedRecordDeserializer();
    deserializer.open();
    List<FeedRecord> records = new ArrayList<>();
    try (CaptureReader<FeedRecord> reader = new CaptureReader<>(List.of(damaged), deserializer)) {
      for (FeedRecord at = reader.read(); at != null; at = reader.read()) {
        records.add(at);
      }
    }

    assertThat(records.get(0)).isInstanceOf(FeedRecord.Trade.class);
    assertThat(records.get(1))
        .isInstanceOfSatisfying(
            FeedRecord.Rejected.class,
            rejected ->
                assertThat(rejected.frame().detail())
                    .contains("damaged from here on", "invalid distance"));
  }

  @Test
  void aTimeBeyondAllClocksIsABadLineToo() throws IOException {
    List<FeedRecord> records = records("+999999999-12-31T23:59:59Z\tframe\n" + LINE);

    assertThat(records.get(0))
        .isInstanceOfSatisfying(
            FeedRecord.Rejected.class,
            rejected ->
                assertThat(rejected.frame().reason()).isEqualTo(RejectionReason.BAD_CAPTURE_LINE));
    assertThat(records.get(1)).isInstanceOf(FeedRecord.Trade.class);
  }

  @Test
  void aKeyInALineThatIsNoneIsNotKept() throws IOException {
    String key = "062f61cb-c756-4b8f-9fab-92113c6fbea4";

    assertThat(records("invalid approval : " + key + "\n").toString())
        .contains("[redacted]")
        .doesNotContain(key);
  }

  @Test
  void progressIsReportedNowAndThen() throws IOException {
    List<FeedRecord> records = records(LINE.repeat(5000));

    assertThat(records.stream().filter(record -> record instanceof FeedRecord.Progress))
        .containsExactly(
            new FeedRecord.Progress(4096, 4096L * LINE.length()),
            new FeedRecord.Progress(904, 904L * LINE.length()));
  }

  @Test
  void aFaultOfADeserializerIsNotTakenForABadLine() {
    FeedDeserializer<ReceivedFrame> broken =
        new FeedDeserializer<>() {
          private static final long serialVersionUID = 1L;

          @Override
          public void frame(ReceivedFrame frame, RecordOutput<ReceivedFrame> out) {
            throw new IllegalArgumentException("a bug");
          }

          @Override
          public TypeInformation<ReceivedFrame> getProducedType() {
            return new FrameDeserializer().getProducedType();
          }
        };

    assertThatThrownBy(() -> reader(LINE, broken).read())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a bug");
  }

  private static List<FeedRecord> records(String capture) throws IOException {
    FeedRecordDeserializer deserializer = new FeedRecordDeserializer();
    deserializer.open();
    List<FeedRecord> records = new ArrayList<>();
    try (CaptureReader<FeedRecord> reader = reader(capture, deserializer)) {
      for (FeedRecord record = reader.read(); record != null; record = reader.read()) {
        records.add(record);
      }
    }
    return records;
  }

  private static <T> CaptureReader<T> reader(String capture, FeedDeserializer<T> deserializer)
      throws IOException {
    return new CaptureReader<>(
        List.of(() -> new ByteArrayInputStream(capture.getBytes(StandardCharsets.UTF_8))),
        deserializer);
  }
}
