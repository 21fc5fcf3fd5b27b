package io.github.kisfutures.source;

import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.wire.DecodedFrame;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.UnreadableField;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what was odd about frames that were decoded all the same: fields that KIS has appended, and
 * optional fields that could not be read, each of which is also logged once. Not thread-safe.
 */
public final class OddFields {
  private static final Logger LOG = LoggerFactory.getLogger(OddFields.class);

  private final Set<TradeField> logged = EnumSet.noneOf(TradeField.class);
  private DecodingObserver observer = DecodingObserver.NONE;

  /** Tells another observer from now on. */
  public void observe(DecodingObserver who) {
    observer = who;
  }

  /** Tells what is odd about the fields of a decoded frame. */
  public void tell(DecodedFrame.Trades trades, ReceivedFrame frame) {
    if (trades.surplusFields() > 0) {
      observer.surplusFields(trades.surplusFields());
    }
    for (UnreadableField field : trades.unreadable()) {
      observer.unreadable(field.field());
      if (logged.add(field.field())) {
        LOG.warn(
            "{}, received by {}: it cannot be read and is null; the trade counts all the same."
                + " Further ones are counted in unreadableFields",
            field.describe(frame.text()),
            frame.receipt().session());
      }
    }
  }
}
