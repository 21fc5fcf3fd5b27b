package io.github.kisfutures.source;

import io.github.kisfutures.wire.ReceivedFrame;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Yields raw frames as they came, for capturing; their event time is the receive time. They are not
 * decoded, so a session's metrics of trades and rejected frames stay 0.
 */
public final class FrameDeserializer implements FeedDeserializer<ReceivedFrame> {
  private static final long serialVersionUID = 1L;

  @Override
  public void frame(ReceivedFrame frame, RecordOutput<ReceivedFrame> out) {
    out.collect(frame, frame.receipt().receivedAtMillis());
  }

  @Override
  public TypeInformation<ReceivedFrame> getProducedType() {
    return FeedTypes.FRAME;
  }
}
