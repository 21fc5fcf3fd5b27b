package io.github.kisfutures.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.wire.Frames;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedRecordDeserializerTest {
  private static final String KEY = "062f61cb-c756-4b8f-9fab-92113c6fbea4";

  @Test
  void aFrameGivesItsTradesInOrder() {
    String record = String.join("^", Frames.officialFields());

    assertThat(records(Frames.frame(record, record)))
        .extracting(emitted -> ((FeedRecord.Trade) emitted).trade().recordIndex())
        .containsExactly(0, 1);
  }

  @Test
  void aFrameThatCannotBeDecodedIsKeptWithItsReason() {
    assertThat(records("0|H0STCNT0|001|x"))
        .containsExactly(
            new FeedRecord.Rejected(
                new RejectedFrame(
                    Samples.receipt().receivedAtMillis(),
                    "session-1",
                    RejectionReason.UNKNOWN_TR,
                    "the TR is 'H0STCNT0', not H0ZFCNT0",
                    "0|H0STCNT0|001|x")));
  }

  @Test
  void controlMessagesInACaptureSayNothing() {
    for (String line : Frames.lines("frames/control-messages.jsonl")) {
      assertThat(records(line)).as(line).isEmpty();
    }
  }

  @Test
  void aKeyInAnUnreadableMessageIsNotKept() {
    for (String text :
        List.of(
            "{\"body\":{\"msg1\":\"invalid approval : " + KEY,
            "{\"header\":{\"approval_key\":\"" + KEY + "\"}}",
            "{\"header\":{\"approval_key\":\"no uuid at all\"}}",
            "invalid approval : " + KEY,
            "0|" + KEY + "|001|x",
            "0|H0ZFCNT0|001|" + KEY)) {
      List<FeedRecord> records = records(text);

      assertThat(records).as(text).hasSize(1);
      assertThat(records.toString())
          .contains("[redacted]")
          .doesNotContain("062f61cb", "no uuid at all");
    }
  }

  @Test
  void onlyTradesHaveATimestamp() {
    FeedRecordDeserializer deserializer = new FeedRecordDeserializer();

    assertThat(deserializer.timestamp(new FeedRecord.Trade(Samples.trade())))
        .isEqualTo(Samples.trade().eventTimeMillis());
    assertThat(deserializer.timestamp(new FeedRecord.Happened(Samples.event())))
        .isEqualTo(FeedDeserializer.NO_TIMESTAMP);
  }

  @Test
  void mustBeOpened() {
    assertThatThrownBy(() -> new FeedRecordDeserializer().frame(Samples.frame(), record -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("open() was not called");
  }

  @Test
  void tradesAloneCanBeHad() {
    TradeDeserializer deserializer = new TradeDeserializer();
    deserializer.open();
    List<StockFuturesTrade> trades = new ArrayList<>();

    deserializer.frame(Samples.frame(), trades::add);
    deserializer.frame(new ReceivedFrame("broken", Samples.receipt()), trades::add);
    deserializer.event(Samples.event(), trades::add);
    deserializer.rejected(Samples.rejected(), trades::add);

    assertThat(trades).containsExactly(Samples.trade());
    assertThat(deserializer.timestamp(Samples.trade()))
        .isEqualTo(Samples.trade().eventTimeMillis());
  }

  @Test
  void rawFramesAloneCanBeHad() {
    FrameDeserializer deserializer = new FrameDeserializer();
    deserializer.open();
    List<ReceivedFrame> frames = new ArrayList<>();

    deserializer.frame(Samples.frame(), frames::add);
    deserializer.event(Samples.event(), frames::add);

    assertThat(frames).containsExactly(Samples.frame());
  }

  private static List<FeedRecord> records(String text) {
    FeedRecordDeserializer deserializer = new FeedRecordDeserializer();
    deserializer.open();
    List<FeedRecord> records = new ArrayList<>();
    deserializer.frame(new ReceivedFrame(text, Samples.receipt()), records::add);
    return records;
  }
}
