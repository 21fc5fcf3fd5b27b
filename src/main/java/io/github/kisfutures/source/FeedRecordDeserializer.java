package io.github.kisfutures.source;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.wire.ControlMessage;
import io.github.kisfutures.wire.ControlMessageParser;
import io.github.kisfutures.wire.DecodedFrame;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.RejectionReason;
import io.github.kisfutures.wire.TradeDecoder;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * Yields everything that happens on the feed: trades, rejected frames, session changes, progress.
 */
public final class FeedRecordDeserializer implements FeedDeserializer<FeedRecord> {
  private static final long serialVersionUID = 1L;

  private final TreeSet<String> contracts;
  private transient @Nullable TradeDecoder decoder;
  private transient DecodingObserver observer = DecodingObserver.NONE;
  private transient OddFields oddFields = new OddFields();

  /** The trades of all contracts have their timestamps. */
  public FeedRecordDeserializer() {
    this(Set.of());
  }

  /**
   * Only the trades of some contracts have a timestamp; those of all, if none are named. So a
   * capture of more contracts moves event time as a feed would that was asked for these.
   */
  public FeedRecordDeserializer(Set<String> contracts) {
    this.contracts = new TreeSet<>(contracts);
  }

  @Override
  public void open() {
    decoder = new TradeDecoder();
    observer = DecodingObserver.NONE;
    oddFields = new OddFields();
  }

  @Override
  public void observe(DecodingObserver who) {
    observer = who;
    oddFields.observe(who);
  }

  @Override
  public void frame(ReceivedFrame frame, Consumer<FeedRecord> out) {
    if (ControlMessageParser.isControlMessage(frame.text())) {
      control(frame, out);
      return;
    }
    DecodedFrame decoded = opened().decode(frame);
    if (decoded instanceof DecodedFrame.Trades trades) {
      oddFields.tell(trades, frame);
      for (StockFuturesTrade trade : trades.trades()) {
        observer.trade(trade);
        out.accept(new FeedRecord.Trade(trade));
      }
    } else if (decoded instanceof DecodedFrame.Rejection rejection) {
      reject(frame, rejection.reason(), rejection.detail(), out);
    }
  }

  /**
   * Control messages in a capture say nothing; only one that cannot be read is kept as rejected.
   */
  private void control(ReceivedFrame frame, Consumer<FeedRecord> out) {
    if (ControlMessageParser.parse(frame.text()) instanceof ControlMessage.Unreadable unreadable) {
      reject(frame, RejectionReason.MALFORMED, unreadable.reason(), out);
    }
  }

  private void reject(
      ReceivedFrame frame, RejectionReason reason, String detail, Consumer<FeedRecord> out) {
    observer.rejected();
    out.accept(
        new FeedRecord.Rejected(
            new RejectedFrame(
                frame.receipt().receivedAtMillis(),
                frame.receipt().session(),
                reason,
                detail,
                frame.text())));
  }

  @Override
  public void rejected(RejectedFrame frame, Consumer<FeedRecord> out) {
    out.accept(new FeedRecord.Rejected(frame));
  }

  @Override
  public void event(FeedEvent event, Consumer<FeedRecord> out) {
    out.accept(new FeedRecord.Happened(event));
  }

  @Override
  public void progress(FeedRecord.Progress progress, Consumer<FeedRecord> out) {
    out.accept(progress);
  }

  @Override
  public long timestamp(FeedRecord emitted) {
    return emitted instanceof FeedRecord.Trade trade && isAskedFor(trade.trade().contract())
        ? trade.trade().eventTimeMillis()
        : NO_TIMESTAMP;
  }

  @Override
  public long receivedAt(FeedRecord emitted) {
    if (emitted instanceof FeedRecord.Trade trade) {
      return trade.trade().receipt().receivedAtMillis();
    }
    return emitted instanceof FeedRecord.Rejected rejected
        ? rejected.frame().receivedAtMillis()
        : NO_TIMESTAMP;
  }

  @Override
  public TypeInformation<FeedRecord> getProducedType() {
    return FeedTypes.FEED_RECORD;
  }

  private boolean isAskedFor(String contract) {
    return contracts.isEmpty() || contracts.contains(contract);
  }

  private TradeDecoder opened() {
    if (decoder == null) {
      throw new IllegalStateException("open() was not called");
    }
    return decoder;
  }
}
