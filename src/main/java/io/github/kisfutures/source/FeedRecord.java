package io.github.kisfutures.source;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.market.StockFuturesTrade;
import org.apache.flink.annotation.PublicEvolving;

/** Everything that happens on a feed, as one stream. */
@PublicEvolving
public sealed interface FeedRecord {

  /**
   * A trade.
   *
   * @param trade as decoded
   * @param endsFrame whether it is the last one of its frame
   */
  record Trade(StockFuturesTrade trade, boolean endsFrame) implements FeedRecord {}

  /**
   * A frame that could not be decoded.
   *
   * @param frame with its reason
   */
  record Rejected(RejectedFrame frame) implements FeedRecord {}

  /**
   * A change of a session.
   *
   * @param event what happened
   */
  record Happened(FeedEvent event) implements FeedRecord {}

  /**
   * How far reading has come: sent now and then, and at the end of every captured file.
   *
   * @param frames frames read since the last such record
   * @param characters characters read since the last such record, line ends included
   */
  record Progress(long frames, long characters) implements FeedRecord {}
}
