package io.github.kisfutures.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.reference.SampleRecord;
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
  void onlyTradesHaveAnEventTimeAndTheLastOneEndsItsFrame() {
    FeedRecordDeserializer deserializer = new FeedRecordDeserializer();
    deserializer.open();
    SampleRecord one = SampleRecord.official();
    List<Long> times = new ArrayList<>();
    List<Boolean> ends = new ArrayList<>();
    RecordOutput<FeedRecord> out =
        (record, time) -> {
          times.add(time);
          ends.add(record instanceof FeedRecord.Trade trade && trade.endsFrame());
        };

    deserializer.frame(
        new ReceivedFrame(
            SampleRecord.frame(one, one.with("trade_time", "091640")), Samples.receipt()),
        out);
    deserializer.event(Samples.event(), out);

    long first = Samples.trade().eventTimeMillis();
    assertThat(times).containsExactly(first, first + 1000, RecordOutput.NO_TIME);
    assertThat(ends).containsExactly(false, true, false);
  }

  @Test
  void aTradeTimeAheadOfItsReceiptIsNotBelieved() {
    long received = Samples.receipt().receivedAtMillis();
    String ahead = KoreaTime.text(received + 61_000).substring(11, 19).replace(":", "");
    String inTime = KoreaTime.text(received + 59_000).substring(11, 19).replace(":", "");

    StockFuturesTrade unbelieved = tradedAt(ahead);
    StockFuturesTrade believed = tradedAt(inTime);

    assertThat(unbelieved.eventTimeMillis()).isEqualTo(received - received % 1000);
    assertThat(unbelieved.hasImpossibleTime()).isTrue();
    assertThat(believed.eventTimeMillis()).isEqualTo((received + 59_000) / 1000 * 1000);
    assertThat(believed.hasImpossibleTime()).isFalse();
  }

  private static StockFuturesTrade tradedAt(String time) {
    String frame = SampleRecord.frame(SampleRecord.official().with("trade_time", time));
    return ((FeedRecord.Trade) records(frame).get(0)).trade();
  }

  @Test
  void mustBeOpened() {
    assertThatThrownBy(
            () -> new FeedRecordDeserializer().frame(Samples.frame(), (record, time) -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("open() was not called");
  }

  @Test
  void tradesAloneCanBeHad() {
    TradeDeserializer deserializer = new TradeDeserializer();
    deserializer.open();
    List<StockFuturesTrade> trades = new ArrayList<>();

    deserializer.frame(Samples.frame(), (r, time) -> trades.add(r));
    deserializer.frame(new ReceivedFrame("broken", Samples.receipt()), (r, time) -> trades.add(r));
    deserializer.event(Samples.event(), (r, time) -> trades.add(r));
    deserializer.rejected(Samples.rejected(), (r, time) -> trades.add(r));

    assertThat(trades).containsExactly(Samples.trade());
  }

  @Test
  void rawFramesAloneCanBeHad() {
    FrameDeserializer deserializer = new FrameDeserializer();
    deserializer.open();
    List<ReceivedFrame> frames = new ArrayList<>();

    deserializer.frame(Samples.frame(), (r, time) -> frames.add(r));
    deserializer.event(Samples.event(), (r, time) -> frames.add(r));

    assertThat(frames).containsExactly(Samples.frame());
  }

  private static List<FeedRecord> records(String text) {
    FeedRecordDeserializer deserializer = new FeedRecordDeserializer();
    deserializer.open();
    List<FeedRecord> records = new ArrayList<>();
    deserializer.frame(new ReceivedFrame(text, Samples.receipt()), (r, time) -> records.add(r));
    return records;
  }
}
