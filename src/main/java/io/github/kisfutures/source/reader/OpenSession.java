package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedEnvironment;
import io.github.kisfutures.feed.FeedSession;
import io.github.kisfutures.feed.HandOff;

/**
 * A started session with all that belongs to it.
 *
 * @param session the session
 * @param handOff what it has received and nobody has read yet
 * @param environment its threads; closed with it
 */
public record OpenSession(FeedSession session, HandOff handOff, FeedEnvironment environment)
    implements AutoCloseable {

  /** Ends the session and its threads. */
  @Override
  public void close() {
    session.close();
    handOff.close();
    environment.close();
  }
}
