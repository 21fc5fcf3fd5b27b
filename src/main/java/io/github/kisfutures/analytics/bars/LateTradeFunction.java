package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.analytics.metrics.AnalyticsCounter;
import io.github.kisfutures.analytics.metrics.Tally;
import io.github.kisfutures.market.StockFuturesTrade;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Notes the trades that come after the watermark has closed their window of at least one size: once
 * each to {@link #output()}, and counted. They go on all the same, for the windows of larger sizes
 * that are still open. Records without contracts end here: they are no trades, and in no bar.
 */
public final class LateTradeFunction extends ProcessFunction<StockFuturesTrade, StockFuturesTrade> {
  private static final long serialVersionUID = 1L;

  private final WindowSizes sizes;
  private final OutputTag<LateTrade> output;

  private transient Tally late;

  /** For windows of these sizes; the type is that of the side output. */
  public LateTradeFunction(WindowSizes sizes, TypeInformation<LateTrade> type) {
    this.sizes = sizes;
    this.output = new OutputTag<>("late-trades", type);
  }

  /** The side output of late trades. */
  public OutputTag<LateTrade> output() {
    return output;
  }

  @Override
  public void open(OpenContext context) {
    late = AnalyticsCounter.LATE.register(getRuntimeContext());
  }

  @Override
  public void processElement(
      StockFuturesTrade trade, Context context, Collector<StockFuturesTrade> out) {
    if (trade.quantity() <= 0) {
      return; // no trade: it has no bar that it could come too late for
    }
    long watermark = context.timerService().currentWatermark();
    if (isLate(trade.eventTimeMillis(), watermark)) {
      late.add();
      context.output(output, new LateTrade(trade, watermark));
    }
    out.collect(trade);
  }

  /** Whether a window of the event time is closed; none is while the watermark is behind it. */
  private boolean isLate(long eventTime, long watermark) {
    if (watermark < eventTime) {
      return false;
    }
    for (int i = 0; i < sizes.count(); i++) {
      long size = sizes.millis(i);
      if (KstTumblingWindows.start(eventTime, size) + size - 1 <= watermark) {
        return true;
      }
    }
    return false;
  }
}
