package io.github.kisfutures.source.watermarks;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.RecordOutput;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The watermarks of captured frames: confirmed event time alone, so that a replay gives the same
 * rows every time. To be assigned behind the source and not by it, for the frames of all files are
 * one sequence.
 */
public final class CaptureWatermarks implements WatermarkStrategy<FeedRecord> {
  private static final long serialVersionUID = 1L;

  private final TreeSet<String> contracts;
  private final long outOfOrdernessMillis;

  /**
   * Moved by the trades of some contracts only, as a feed that was asked for these.
   *
   * @param contracts short codes; all, if empty
   */
  public CaptureWatermarks(Set<String> contracts, Duration maxOutOfOrderness) {
    this.contracts = new TreeSet<>(contracts);
    this.outOfOrdernessMillis = maxOutOfOrderness.toMillis();
  }

  @Override
  public TimestampAssigner<FeedRecord> createTimestampAssigner(
      TimestampAssignerSupplier.Context context) {
    return (happened, timestamp) ->
        happened instanceof FeedRecord.Trade trade
            ? trade.trade().eventTimeMillis()
            : RecordOutput.NO_TIME;
  }

  @Override
  public WatermarkGenerator<FeedRecord> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    return new ByFrame();
  }

  private final class ByFrame implements WatermarkGenerator<FeedRecord> {
    private final ConfirmedTime confirmed = new ConfirmedTime();
    private long largest = RecordOutput.NO_TIME;

    @Override
    public void onEvent(FeedRecord happened, long eventTime, WatermarkOutput output) {
      if (happened instanceof FeedRecord.Trade trade) {
        if (isAskedFor(trade.trade())) {
          largest = Math.max(largest, eventTime);
        }
        if (trade.endsFrame()) {
          frameEnded(output);
        }
      }
    }

    private void frameEnded(WatermarkOutput output) {
      if (confirmed.frame(largest)) {
        output.emitWatermark(new Watermark(confirmed.millis() - outOfOrdernessMillis));
      }
      largest = RecordOutput.NO_TIME;
    }

    private boolean isAskedFor(StockFuturesTrade trade) {
      return contracts.isEmpty() || contracts.contains(trade.contract());
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      // time is what the frames say
    }
  }
}
