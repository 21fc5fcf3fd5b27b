package io.github.kisfutures.wire;

import io.github.kisfutures.market.StockFuturesTrade;
import java.util.List;

/** What a frame turned out to be: trades, or a rejection with its reason; never a part of both. */
public sealed interface DecodedFrame {

  /**
   * All trades of a frame, oldest first.
   *
   * @param trades one per record, at least one
   * @param surplusFields fields beyond the 49 that were ignored, over all records
   * @param unreadable optional fields that were asked for and could not be read: null in the trades
   */
  record Trades(List<StockFuturesTrade> trades, int surplusFields, List<UnreadableField> unreadable)
      implements DecodedFrame {

    /** Trades whose every field could be read. */
    public Trades(List<StockFuturesTrade> trades, int surplusFields) {
      this(trades, surplusFields, List.of());
    }
  }

  /**
   * A frame that was not decoded.
   *
   * @param reason the kind of fault
   * @param detail one sentence that names what was found where
   * @param position index of the offending character in the frame, from 0
   */
  record Rejection(RejectionReason reason, String detail, int position) implements DecodedFrame {}
}
