package io.github.kisfutures.source;

import io.github.kisfutures.wire.ReceivedFrame;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** Trades as their contract and cumulative volume. */
final class KeyDeserializer implements FeedDeserializer<String> {
  private static final long serialVersionUID = 1L;

  /** Cumulative volume of the trade that ends a bounded session. */
  static final long END = 999_999_999_999L;

  private final TradeDeserializer trades = new TradeDeserializer();

  static boolean isEnd(String key) {
    return key.endsWith(" " + END);
  }

  @Override
  public void open() {
    trades.open();
  }

  @Override
  public void observe(DecodingObserver observer) {
    trades.observe(observer);
  }

  @Override
  public void frame(ReceivedFrame frame, RecordOutput<String> out) {
    trades.frame(
        frame, (trade, time) -> out.collect(trade.contract() + " " + trade.cumulativeVolume()));
  }

  @Override
  public TypeInformation<String> getProducedType() {
    return Types.STRING;
  }
}
