package io.github.kisfutures.table;

import io.github.kisfutures.market.StockFuturesTrade;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Gives a column its value, in Flink's internal form. */
@FunctionalInterface
interface TradeValue extends Serializable {
  /** The value, null where the wire said nothing. */
  @Nullable Object of(StockFuturesTrade trade);
}
