package io.github.kisfutures.source;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.wire.ReceivedFrame;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Yields trades only. What is rejected is counted by the source's metrics and nowhere kept. */
public final class TradeDeserializer implements FeedDeserializer<StockFuturesTrade> {
  private static final long serialVersionUID = 1L;

  private final FeedRecordDeserializer everything = new FeedRecordDeserializer();

  @Override
  public void open() {
    everything.open();
  }

  @Override
  public void observe(DecodingObserver observer) {
    everything.observe(observer);
  }

  @Override
  public void frame(ReceivedFrame frame, Consumer<StockFuturesTrade> out) {
    everything.frame(
        frame,
        happened -> {
          if (happened instanceof FeedRecord.Trade trade) {
            out.accept(trade.trade());
          }
        });
  }

  @Override
  public long timestamp(StockFuturesTrade emitted) {
    return emitted.eventTimeMillis();
  }

  @Override
  public long receivedAt(StockFuturesTrade emitted) {
    return emitted.receipt().receivedAtMillis();
  }

  @Override
  public TypeInformation<StockFuturesTrade> getProducedType() {
    return FeedTypes.TRADE;
  }
}
