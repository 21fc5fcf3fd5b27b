package io.github.kisfutures.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.job.RecordedLog;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.wire.Frames;
import io.github.kisfutures.wire.ReceivedFrame;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** A field that no result needs must not stop the feed: it is null, counted, and logged once. */
class OddFieldsTest {
  @Test
  void anUnreadableFieldIsCountedEachTimeAndLoggedOnce() {
    List<TradeField> counted = new ArrayList<>();
    FeedRecordDeserializer deserializer = new FeedRecordDeserializer();
    deserializer.open();
    deserializer.observe(new Counting(counted));
    List<FeedRecord> records = new ArrayList<>();
    String text;
    try (RecordedLog log = new RecordedLog(Level.WARN)) {
      for (int i = 0; i < 3; i++) {
        String frame = Frames.with(TradeField.OPEN_TIME, "0");
        deserializer.frame(
            new ReceivedFrame(frame, Samples.receipt()), (record, time) -> records.add(record));
      }
      text = log.text();
    }

    assertThat(records).hasSize(3).hasOnlyElementsOfType(FeedRecord.Trade.class);
    assertThat(counted).hasSize(3).containsOnly(TradeField.OPEN_TIME);
    assertThat(text)
        .containsOnlyOnce("OPRC_HOUR (field 20 of record 0) is '0', received by session-1");
  }

  private record Counting(List<TradeField> counted) implements DecodingObserver {
    @Override
    public void trade(StockFuturesTrade trade) {}

    @Override
    public void surplusFields(int fields) {}

    @Override
    public void unreadable(TradeField field) {
      counted.add(field);
    }

    @Override
    public void rejected() {}
  }
}
