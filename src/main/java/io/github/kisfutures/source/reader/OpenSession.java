package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedEnvironment;
import io.github.kisfutures.feed.FeedSession;
import io.github.kisfutures.feed.HandOff;
import io.github.kisfutures.feed.SessionStatistics;
import io.github.kisfutures.source.metrics.SessionProbe;

/**
 * A started session with all that belongs to it.
 *
 * @param session the session
 * @param handOff what it has received and nobody has read yet
 * @param environment its threads; closed with it
 */
public record OpenSession(FeedSession session, HandOff handOff, FeedEnvironment environment)
    implements SessionProbe, AutoCloseable {

  @Override
  public SessionStatistics statistics() {
    return session.statistics();
  }

  @Override
  public long queueSize() {
    return handOff.load();
  }

  @Override
  public long queueFullTimeMillis() {
    return handOff.fullTimeMillis();
  }

  @Override
  public long nowMillis() {
    return environment.clock().millis();
  }

  /** Milliseconds since some fixed moment of this process, never backwards. */
  long elapsedMillis() {
    return environment.scheduler().elapsedMillis();
  }

  /** Ends the session and its threads. */
  @Override
  public void close() {
    session.close();
    handOff.close();
    environment.close();
  }
}
