package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.reference.RecordRows;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.FeedRecordDeserializer;
import io.github.kisfutures.source.watermarks.CaptureWatermarks;
import io.github.kisfutures.wire.CaptureLine;
import io.github.kisfutures.wire.ReceivedFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.jspecify.annotations.Nullable;

/**
 * A replay without a cluster, with the default options: decoder, watermarks, continuity and bars as
 * in the job.
 *
 * @param bars rows in canonical form
 * @param gaps rows in canonical form
 * @param ticks how many records were kept
 * @param duplicates how many records were dropped
 * @param rejected how many frames were rejected
 * @param late how many trades missed their window
 */
record HarnessedReplay(
    List<Map<String, @Nullable String>> bars,
    List<Map<String, @Nullable String>> gaps,
    long ticks,
    long duplicates,
    long rejected,
    long late) {
  private static final WatermarkGeneratorSupplier.Context NO_CONTEXT = null; // not looked at

  static HarnessedReplay of(List<String> lines, Duration window) throws Exception {
    FeedRecordDeserializer decoder = new FeedRecordDeserializer();
    decoder.open();
    WatermarkGenerator<FeedRecord> watermarks =
        new CaptureWatermarks(Set.of(), Duration.ofSeconds(2)).createWatermarkGenerator(NO_CONTEXT);
    long rejected = 0;
    try (AnalyticsHarness analytics = new AnalyticsHarness(window)) {
      ToAnalytics output = new ToAnalytics();
      List<FeedRecord> records = new ArrayList<>();
      for (String line : lines) {
        CaptureLine read = CaptureLine.parse(line);
        Receipt receipt = new Receipt(read.receivedAtMillis(), "replay", 0, 0);
        decoder.frame(
            new ReceivedFrame(read.frame(), receipt), (record, time) -> records.add(record));
        for (FeedRecord record : records) {
          if (record instanceof FeedRecord.Trade trade) {
            analytics.trade(trade.trade());
            watermarks.onEvent(record, trade.trade().eventTimeMillis(), output);
            output.passOn(analytics);
          } else if (record instanceof FeedRecord.Rejected) {
            rejected++;
          }
        }
        records.clear();
      }
      analytics.watermark(Long.MAX_VALUE);
      return new HarnessedReplay(
          RecordRows.bars(analytics.bars()),
          RecordRows.gaps(analytics.gaps()),
          analytics.accepted().size(),
          analytics.count("duplicates"),
          rejected,
          analytics.late().size());
    }
  }

  private static final class ToAnalytics implements WatermarkOutput {
    private long watermark = Long.MIN_VALUE;

    private void passOn(AnalyticsHarness analytics) throws Exception {
      analytics.watermark(watermark);
    }

    @Override
    public void emitWatermark(Watermark next) {
      watermark = Math.max(watermark, next.getTimestamp());
    }

    @Override
    public void markIdle() {
      throw new IllegalStateException("a replay is never idle");
    }

    @Override
    public void markActive() {}
  }
}
