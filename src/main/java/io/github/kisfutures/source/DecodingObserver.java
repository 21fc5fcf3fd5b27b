package io.github.kisfutures.source;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;

/** Told of what decoding finds, for metrics; on the thread that decodes. */
public interface DecodingObserver {
  /** Nobody wants to know. */
  DecodingObserver NONE = new DecodingObserver() {};

  /** A trade was decoded. */
  default void trade(StockFuturesTrade trade) {}

  /** A frame's records had fields beyond those known, so many over all records. */
  default void surplusFields(int fields) {}

  /** An optional field of a trade could not be read: it is null. */
  default void unreadable(TradeField field) {}

  /** A frame was rejected. */
  default void rejected() {}
}
