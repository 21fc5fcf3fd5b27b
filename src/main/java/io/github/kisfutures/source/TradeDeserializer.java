package io.github.kisfutures.source;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.wire.ReceivedFrame;
import java.time.Duration;
import org.apache.flink.annotation.PublicEvolving;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Yields trades only. What is rejected is counted by the source's metrics and nowhere kept. */
@PublicEvolving
public final class TradeDeserializer implements FeedDeserializer<StockFuturesTrade> {
  private static final long serialVersionUID = 1L;

  private final FeedRecordDeserializer everything;

  /** With the default {@code feed.max-clock-skew}. */
  public TradeDeserializer() {
    everything = new FeedRecordDeserializer();
  }

  /**
   * A deserializer of trades.
   *
   * @param maxClockSkew how far ahead of its receipt a trade time is believed
   */
  public TradeDeserializer(Duration maxClockSkew) {
    everything = new FeedRecordDeserializer(maxClockSkew);
  }

  @Override
  public void open() {
    everything.open();
  }

  @Override
  public void observe(DecodingObserver observer) {
    everything.observe(observer);
  }

  @Override
  public void frame(ReceivedFrame frame, RecordOutput<StockFuturesTrade> out) {
    everything.frame(
        frame,
        (happened, eventTime) -> {
          if (happened instanceof FeedRecord.Trade trade) {
            out.collect(trade.trade(), eventTime);
          }
        });
  }

  @Override
  public TypeInformation<StockFuturesTrade> getProducedType() {
    return FeedTypes.TRADE;
  }
}
