package io.github.kisfutures.source;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.source.options.FeedOptions;
import io.github.kisfutures.wire.ControlMessage;
import io.github.kisfutures.wire.ControlMessageParser;
import io.github.kisfutures.wire.DecodedFrame;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.RejectionReason;
import io.github.kisfutures.wire.TradeDecoder;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.flink.annotation.PublicEvolving;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * Yields everything that happens on the feed: trades, rejected frames, session changes, progress.
 */
@PublicEvolving
public final class FeedRecordDeserializer implements FeedDeserializer<FeedRecord> {
  private static final long serialVersionUID = 1L;

  private final Duration maxClockSkew;
  private transient @Nullable TradeDecoder decoder;
  private transient DecodingObserver observer = DecodingObserver.NONE;
  private transient OddFields oddFields = new OddFields();

  /** With the default {@code feed.max-clock-skew}. */
  public FeedRecordDeserializer() {
    this(FeedOptions.MAX_CLOCK_SKEW.defaultValue());
  }

  /**
   * A deserializer of everything.
   *
   * @param maxClockSkew how far ahead of its receipt a trade time is believed
   */
  public FeedRecordDeserializer(Duration maxClockSkew) {
    this.maxClockSkew = maxClockSkew;
  }

  @Override
  public void open() {
    decoder = new TradeDecoder(EnumSet.allOf(TradeField.class), maxClockSkew);
    observer = DecodingObserver.NONE;
    oddFields = new OddFields();
  }

  @Override
  public void observe(DecodingObserver who) {
    observer = who;
    oddFields.observe(who);
  }

  @Override
  public void frame(ReceivedFrame frame, RecordOutput<FeedRecord> out) {
    if (ControlMessageParser.isControlMessage(frame.text())) {
      control(frame, out);
      return;
    }
    DecodedFrame decoded = opened().decode(frame);
    if (decoded instanceof DecodedFrame.Trades trades) {
      oddFields.tell(trades, frame);
      collect(trades.trades(), out);
    } else if (decoded instanceof DecodedFrame.Rejection rejection) {
      reject(frame, rejection.reason(), rejection.detail(), out);
    }
  }

  private void collect(List<StockFuturesTrade> trades, RecordOutput<FeedRecord> out) {
    int last = trades.size() - 1;
    for (int i = 0; i <= last; i++) {
      StockFuturesTrade trade = trades.get(i);
      observer.trade(trade);
      out.collect(new FeedRecord.Trade(trade, i == last), trade.eventTimeMillis());
    }
  }

  /**
   * Control messages in a capture say nothing; only one that cannot be read is kept as rejected.
   */
  private void control(ReceivedFrame frame, RecordOutput<FeedRecord> out) {
    if (ControlMessageParser.parse(frame.text()) instanceof ControlMessage.Unreadable unreadable) {
      reject(frame, RejectionReason.MALFORMED, unreadable.reason(), out);
    }
  }

  private void reject(
      ReceivedFrame frame, RejectionReason reason, String detail, RecordOutput<FeedRecord> out) {
    observer.rejected();
    out.collect(
        new FeedRecord.Rejected(
            new RejectedFrame(
                frame.receipt().receivedAtMillis(),
                frame.receipt().session(),
                reason,
                detail,
                frame.text())));
  }

  @Override
  public void rejected(RejectedFrame frame, RecordOutput<FeedRecord> out) {
    out.collect(new FeedRecord.Rejected(frame));
  }

  @Override
  public void event(FeedEvent event, RecordOutput<FeedRecord> out) {
    out.collect(new FeedRecord.Happened(event));
  }

  @Override
  public void progress(FeedRecord.Progress progress, RecordOutput<FeedRecord> out) {
    out.collect(progress);
  }

  @Override
  public TypeInformation<FeedRecord> getProducedType() {
    return FeedTypes.FEED_RECORD;
  }

  private TradeDecoder opened() {
    if (decoder == null) {
      throw new IllegalStateException("open() was not called");
    }
    return decoder;
  }
}
