package io.github.kisfutures.simulator;

import io.github.kisfutures.market.StockFuturesTrade;
import java.util.ArrayList;
import java.util.List;

/** What tests want to know afterwards: trades made and frames sent, if retention is on. */
final class Journal {
  private final boolean retention;
  private final List<StockFuturesTrade> trades = new ArrayList<>();
  private final List<SentFrame> frames = new ArrayList<>();

  Journal(boolean retention) {
    this.retention = retention;
  }

  synchronized void made(List<StockFuturesTrade> made) {
    if (retention) {
      trades.addAll(made);
    }
  }

  synchronized void sent(SentFrame frame) {
    if (retention) {
      frames.add(frame);
    }
  }

  synchronized List<StockFuturesTrade> trades() {
    return List.copyOf(trades);
  }

  synchronized List<SentFrame> frames() {
    return List.copyOf(frames);
  }
}
