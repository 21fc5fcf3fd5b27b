package io.github.kisfutures.simulator;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.wire.DecodedFrame;
import io.github.kisfutures.wire.TradeDecoder;
import java.util.Set;
import java.util.TreeSet;

/** The contracts of a frame's records. */
final class FrameContracts {
  private static final Receipt NOWHERE = new Receipt(0, "simulator", 0, 0);

  private FrameContracts() {}

  /** The contracts; none if the frame cannot be decoded. */
  static Set<String> of(String frame) {
    return of(frame, new TradeDecoder(Set.of()));
  }

  /** The same with a decoder to use again. */
  static Set<String> of(String frame, TradeDecoder decoder) {
    Set<String> contracts = new TreeSet<>();
    if (decoder.decode(frame, NOWHERE) instanceof DecodedFrame.Trades decoded) {
      for (StockFuturesTrade trade : decoded.trades()) {
        contracts.add(trade.contract());
      }
    }
    return contracts;
  }
}
