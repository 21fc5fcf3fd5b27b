package io.github.kisfutures.source.metrics;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.source.DecodingObserver;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the trades of a session or capture whose time cannot be, and says so once. */
public final class ImpossibleTimes implements DecodingObserver {
  private static final Logger LOG = LoggerFactory.getLogger(ImpossibleTimes.class);

  private final Counter count = new SimpleCounter();

  @Override
  public void trade(StockFuturesTrade trade) {
    if (trade.hasImpossibleTime()) {
      if (count.getCount() == 0) {
        LOG.warn(
            "Session {}: {} says that it traded at {}, and was received at {}: check the clock of"
                + " this machine. Trades further ahead than feed.max-clock-skew count at their"
                + " receive time; this is said once a session",
            trade.session(),
            trade.contract(),
            trade.tradeTime(),
            KoreaTime.text(trade.receipt().receivedAtMillis()));
      }
      count.inc();
    }
  }

  /** How many there were so far. */
  public long count() {
    return count.getCount();
  }
}
