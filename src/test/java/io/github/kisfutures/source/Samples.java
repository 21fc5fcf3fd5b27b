package io.github.kisfutures.source;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.wire.DecodedFrame;
import io.github.kisfutures.wire.Frames;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.RejectionReason;
import io.github.kisfutures.wire.TradeDecoder;

/** One value of each type that travels through Flink; bytes of them are kept as test resources. */
final class Samples {
  private static final long AT = KoreaTime.startOfDayMillis(20_644) + 33_399_500L;

  private Samples() {}

  static StockFuturesTrade trade() {
    DecodedFrame decoded =
        new TradeDecoder().decode(new ReceivedFrame(Frames.official(), receipt()));
    return ((DecodedFrame.Trades) decoded).trades().get(0);
  }

  static Receipt receipt() {
    return new Receipt(AT, "session-1", Receipt.connection(2, 3), 17);
  }

  static ReceivedFrame frame() {
    return new ReceivedFrame(Frames.official(), receipt());
  }

  static RejectedFrame rejected() {
    return new RejectedFrame(
        AT, "session-2", RejectionReason.BAD_NUMBER, "STCK_PRPR is 'x'", "0|H0ZFCNT0|001|가");
  }

  static FeedEvent event() {
    return new FeedEvent(
        AT, "session-1", FeedEvent.Kind.REFUSED, "111V06", "OPSP0008", "MAX SUBSCRIBE OVER");
  }

  static FeedEvent eventWithoutContract() {
    return new FeedEvent(AT, "session-1", FeedEvent.Kind.DISCONNECTED, null, null, "cut");
  }
}
