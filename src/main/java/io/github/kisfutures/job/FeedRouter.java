package io.github.kisfutures.job;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.serialization.VersionedType;
import io.github.kisfutures.source.FeedEventSerializer;
import io.github.kisfutures.source.FeedRecord;
import io.github.kisfutures.source.RejectedFrame;
import io.github.kisfutures.source.RejectedFrameSerializer;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Parts what happens on the feed: trades go on, rejected frames and session changes go to tables of
 * their own. Counts all of it.
 */
final class FeedRouter extends ProcessFunction<FeedRecord, StockFuturesTrade> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<RejectedFrame> REJECTED =
      new OutputTag<>(
          "rejected-frames",
          new VersionedType<>(RejectedFrame.class, new RejectedFrameSerializer()));
  static final OutputTag<FeedEvent> EVENTS =
      new OutputTag<>(
          "feed-events", new VersionedType<>(FeedEvent.class, new FeedEventSerializer()));

  private final TreeSet<String> contracts;
  private transient LongCounter frames;
  private transient LongCounter records;
  private transient LongCounter rejected;
  private transient LongCounter decoded;
  private transient LongCounter leftOut;
  private transient LongCounter characters;

  /** Lets the trades of some contracts pass; all, if none are named. */
  FeedRouter(Set<String> contracts) {
    this.contracts = new TreeSet<>(contracts);
  }

  @Override
  public void open(OpenContext context) {
    frames = FeedCount.FRAMES.register(getRuntimeContext());
    records = FeedCount.RECORDS.register(getRuntimeContext());
    rejected = FeedCount.REJECTED.register(getRuntimeContext());
    decoded = FeedCount.DECODED.register(getRuntimeContext());
    leftOut = FeedCount.LEFT_OUT.register(getRuntimeContext());
    characters = FeedCount.CHARACTERS.register(getRuntimeContext());
  }

  @Override
  public void processElement(
      FeedRecord happened, Context context, Collector<StockFuturesTrade> out) {
    if (happened instanceof FeedRecord.Trade trade) {
      pass(trade.trade(), out);
    } else if (happened instanceof FeedRecord.Rejected frame) {
      frames.add(1);
      rejected.add(1);
      context.output(REJECTED, frame.frame());
    } else if (happened instanceof FeedRecord.Happened event) {
      context.output(EVENTS, event.event());
    } else if (happened instanceof FeedRecord.Progress progress) {
      characters.add(progress.characters());
    }
  }

  private void pass(StockFuturesTrade trade, Collector<StockFuturesTrade> out) {
    if (trade.recordIndex() == 0) {
      frames.add(1);
      decoded.add(1);
    }
    records.add(1);
    if (contracts.isEmpty() || contracts.contains(trade.contract())) {
      out.collect(trade);
    } else {
      leftOut.add(1);
    }
  }
}
