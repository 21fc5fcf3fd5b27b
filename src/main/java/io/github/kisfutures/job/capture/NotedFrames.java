package io.github.kisfutures.job.capture;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.FeedTypes;
import io.github.kisfutures.source.RecordOutput;
import io.github.kisfutures.source.capture.SessionNote;
import io.github.kisfutures.wire.ReceivedFrame;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Yields raw frames as they came, and between them what happened to the sessions, as notes. */
final class NotedFrames implements FeedDeserializer<ReceivedFrame> {
  private static final long serialVersionUID = 1L;

  @Override
  public void frame(ReceivedFrame frame, RecordOutput<ReceivedFrame> out) {
    out.collect(frame, frame.receipt().receivedAtMillis());
  }

  @Override
  public void event(FeedEvent event, RecordOutput<ReceivedFrame> out) {
    Receipt receipt = new Receipt(event.atMillis(), event.session(), 0, 0);
    String note = new SessionNote.Happened(event).text();
    out.collect(new ReceivedFrame(note, receipt), event.atMillis());
  }

  @Override
  public TypeInformation<ReceivedFrame> getProducedType() {
    return FeedTypes.FRAME;
  }
}
