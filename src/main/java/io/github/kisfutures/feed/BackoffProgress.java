package io.github.kisfutures.feed;

import java.io.Serializable;

/**
 * How far a session's back-off has come: what must outlive a restart of the job, or restarting
 * would be a way to reconnect faster than KIS allows ({@code docs/feed.md}, "Limits").
 *
 * @param failures failures in a row; 0 after a time that went well
 * @param notBeforeMillis wall clock before which no connection may be tried, milliseconds since the
 *     epoch; in the past if the session does not wait
 */
public record BackoffProgress(int failures, long notBeforeMillis) implements Serializable {
  /** Nothing has failed. */
  public static final BackoffProgress NONE = new BackoffProgress(0, 0);
}
