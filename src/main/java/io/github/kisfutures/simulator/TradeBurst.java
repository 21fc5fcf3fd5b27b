package io.github.kisfutures.simulator;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.wire.TradeEncoder;
import java.util.List;

/**
 * The trades of one contract at one instant, oldest first: one order that met several others. They
 * travel as one frame.
 *
 * @param atMillis when, milliseconds since the epoch
 * @param trades at least one; all of one contract and one second
 */
public record TradeBurst(long atMillis, List<StockFuturesTrade> trades) {
  /** Keeps its own copy. */
  public TradeBurst {
    trades = List.copyOf(trades);
  }

  /** The contract traded. */
  public String contract() {
    return trades.get(0).contract();
  }

  /** The trades as one H0ZFCNT0 frame. */
  public String frame() {
    return TradeEncoder.encode(trades);
  }
}
