package io.github.kisfutures.source;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.wire.ReceivedFrame;
import java.io.Serializable;
import org.apache.flink.annotation.PublicEvolving;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;

/**
 * Turns what arrives on the feed into the records of a source: trades only, raw frames, or
 * everything. The same deserializer serves live sessions and captures.
 *
 * <p>An instance is used by one thread; working state belongs into transient fields made in {@link
 * #open()}.
 *
 * @param <T> record type of the source
 */
@PublicEvolving
public interface FeedDeserializer<T> extends Serializable, ResultTypeQueryable<T> {
  /** Called once before the first frame. */
  default void open() {}

  /**
   * Who is to be told of what is found in the frames from now on. Flink's metrics of a session
   * depend on it, so whoever decodes must tell.
   */
  default void observe(DecodingObserver observer) {}

  /** A frame arrived; emits any number of records. */
  void frame(ReceivedFrame frame, RecordOutput<T> out);

  /** A frame was refused before decoding (a capture line that is none). */
  default void rejected(RejectedFrame frame, RecordOutput<T> out) {}

  /** A session changed. */
  default void event(FeedEvent event, RecordOutput<T> out) {}

  /** Reading has come a bit further. */
  default void progress(FeedRecord.Progress progress, RecordOutput<T> out) {}
}
