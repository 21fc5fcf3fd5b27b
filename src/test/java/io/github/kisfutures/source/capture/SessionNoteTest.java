package io.github.kisfutures.source.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.FeedRecordDeserializer;
import io.github.kisfutures.wire.CaptureLine;
import io.github.kisfutures.wire.ControlMessage;
import io.github.kisfutures.wire.ControlMessageParser;
import io.github.kisfutures.wire.Frames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionNoteTest {
  private static final long AT = Frames.RECEIPT.receivedAtMillis();
  private static final FeedEvent CUT =
      new FeedEvent(AT, "session-1", FeedEvent.Kind.DISCONNECTED, null, "1006", "cut \"off\"\n");
  private static final SessionNote.Carried FIRST = new SessionNote.Carried(7, "session-1", 1);

  @Test
  void notesAreReadAsTheyWereWritten() {
    SessionNote happened = new SessionNote.Happened(CUT);

    assertThat(SessionNote.parse(AT, happened.text())).isEqualTo(happened);
    assertThat(SessionNote.parse(AT, FIRST.text())).isEqualTo(FIRST);
    assertThat(SessionNote.parse(AT, SessionNote.BEGIN + "{\"event\":\"NEWER\"}}")).isNull();
    assertThat(SessionNote.parse(AT, SessionNote.BEGIN + "{")).isNull();
  }

  /** As earlier builds do, the format and whoever knows KIS's control messages. */
  @Test
  void whoeverKnowsControlMessagesPassesOverThem() {
    for (SessionNote note : List.of(FIRST, new SessionNote.Happened(CUT))) {
      assertThat(ControlMessageParser.parse(note.text()))
          .isInstanceOf(ControlMessage.PingPong.class);
    }
  }

  @Test
  void aReplayKnowsTheConnectionOfEachFrameAndWhatHappened() throws IOException {
    SessionNote.Carried second = new SessionNote.Carried(7, "session-1", 2);
    String frame = Frames.official();

    List<FeedRecord> records =
        read(
            capture(frame, FIRST.text(), "# remark", frame, new SessionNote.Happened(CUT).text()),
            capture(second.text(), frame, FIRST.text(), frame));

    assertThat(records).doesNotHaveAnyElementsOfTypes(FeedRecord.Rejected.class);
    assertThat(records).contains(new FeedRecord.Happened(CUT));
    assertThat(receipts(records))
        .containsExactly(
            new Receipt(AT, "replay", 0, 0),
            new Receipt(AT, "session-1", 1, 1),
            new Receipt(AT, "session-1", 2, 2),
            new Receipt(AT, "session-1", 1, 3));
  }

  @Test
  void theFirstConnectionOfAnotherRecorderIsAnotherOne() throws IOException {
    SessionNote.Carried other = new SessionNote.Carried(8, "session-1", 1);
    String frame = Frames.official();

    assertThat(receipts(read(capture(FIRST.text(), frame), capture(other.text(), frame))))
        .extracting(Receipt::connection)
        .containsExactly(1L, 2L);
  }

  private static List<Receipt> receipts(List<FeedRecord> records) {
    return records.stream()
        .filter(FeedRecord.Trade.class::isInstance)
        .map(record -> ((FeedRecord.Trade) record).trade().receipt())
        .toList();
  }

  private static String capture(String... frames) {
    StringBuilder lines = new StringBuilder();
    for (String frame : frames) {
      String line = frame.startsWith("#") ? frame : new CaptureLine(AT, frame).text();
      lines.append(line).append('\n');
    }
    return lines.toString();
  }

  private static List<FeedRecord> read(String... files) throws IOException {
    List<CaptureFile.Opener> openers = new ArrayList<>();
    for (String file : files) {
      openers.add(() -> new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
    FeedRecordDeserializer deserializer = new FeedRecordDeserializer();
    deserializer.open();
    List<FeedRecord> records = new ArrayList<>();
    try (CaptureReader<FeedRecord> reader = new CaptureReader<>(openers, deserializer)) {
      for (FeedRecord at = reader.read(); at != null; at = reader.read()) {
        records.add(at);
      }
    }
    return records;
  }
}
