package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.RecordOutput;

/**
 * A deserializer whose sessions do not wait for each other. A session that waits for a slot that
 * this very process holds would wait for ever, while the query goes on without its records.
 *
 * @param <T> record type of the source
 */
public interface SoleUser<T> extends FeedDeserializer<T> {
  /** What opened the sessions. */
  LiveSessions sessions();

  /**
   * A session changed.
   *
   * @throws AppKeyInUseException if its app key is refused as in use, and this process uses it
   */
  @Override
  default void event(FeedEvent event, RecordOutput<T> out) {
    if (event.kind() == FeedEvent.Kind.IN_USE && sessions().compete()) {
      throw new AppKeyInUseException(sessions().credentials());
    }
  }
}
