package io.github.kisfutures.feed;

import java.io.Serializable;
import java.util.Objects;

/**
 * A session's life before its job was restarted.
 *
 * @param restarts how often that happened; 0 for a session that starts for the first time
 * @param backoff how far its back-off had come
 */
public record SessionPast(int restarts, BackoffProgress backoff) implements Serializable {
  /** Of a session that starts for the first time. */
  public static final SessionPast NONE = new SessionPast(0, BackoffProgress.NONE);

  /** Checks that the back-off is there. */
  public SessionPast {
    Objects.requireNonNull(backoff, "backoff");
  }

  /** So many restarts, and nothing that failed. */
  public static SessionPast restarted(int restarts) {
    return new SessionPast(restarts, BackoffProgress.NONE);
  }

  /** Whether there was a life before. */
  boolean restored() {
    return restarts > 0;
  }
}
