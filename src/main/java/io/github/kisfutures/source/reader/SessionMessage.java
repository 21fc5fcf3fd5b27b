package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.FeedMessage;
import io.github.kisfutures.source.split.ContractChange;

/** What a session's reader is given, in the order in which it happened. */
sealed interface SessionMessage {

  /**
   * The session received a frame, or something happened to it.
   *
   * @param message as the session hands it on
   */
  record Received(FeedMessage message) implements SessionMessage {}

  /**
   * The contract list is another one than at the last checkpoint.
   *
   * @param change what is to be told
   * @param atMillis when the session was opened, milliseconds since the epoch
   */
  record Changed(ContractChange change, long atMillis) implements SessionMessage {}

  /**
   * The clocks were looked at: everything that had been received then is before this.
   *
   * @param wallMillis wall clock, milliseconds since the epoch
   * @param monotonicMillis milliseconds since some fixed moment, never backwards
   */
  record Look(long wallMillis, long monotonicMillis) implements SessionMessage {}
}
