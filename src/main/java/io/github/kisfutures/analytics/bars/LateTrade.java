package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.market.StockFuturesTrade;
import java.util.Objects;

/**
 * A trade that came when at least one of its windows was closed: a row of {@code late_ticks}
 * ({@code docs/numbers.md}, "Late trades").
 *
 * @param trade the trade
 * @param watermarkMillis the watermark at its arrival, milliseconds since the epoch
 */
public record LateTrade(StockFuturesTrade trade, long watermarkMillis) {

  /** Checks that there is a trade. */
  public LateTrade {
    Objects.requireNonNull(trade, "trade");
  }
}
