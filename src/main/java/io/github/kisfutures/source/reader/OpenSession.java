package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedSession;
import io.github.kisfutures.feed.HandOff;

/**
 * A session and the queue it fills.
 *
 * @param session the session, started
 * @param handOff what it has received and nobody has read yet
 */
public record OpenSession(FeedSession session, HandOff handOff) {}
