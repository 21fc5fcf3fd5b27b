package io.github.kisfutures.source;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.serialization.VersionedType;
import io.github.kisfutures.wire.ReceivedFrame;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Type information of the source's records, each with a serializer of its own. */
public final class FeedTypes {
  /** Trades. */
  public static final TypeInformation<StockFuturesTrade> TRADE =
      new VersionedType<>(StockFuturesTrade.class, new TradeSerializer());

  /** Raw frames. */
  public static final TypeInformation<ReceivedFrame> FRAME =
      new VersionedType<>(ReceivedFrame.class, new FrameSerializer());

  /** Everything that happens on a feed. */
  public static final TypeInformation<FeedRecord> FEED_RECORD =
      new VersionedType<>(FeedRecord.class, new FeedRecordSerializer());

  private FeedTypes() {}
}
