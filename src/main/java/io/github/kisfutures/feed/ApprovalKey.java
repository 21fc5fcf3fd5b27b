package io.github.kisfutures.feed;

import java.time.Duration;

/**
 * An approval key and its age. KIS looks at it only when a session registers, and it lives 24 hours
 * ({@code docs/feed.md}, "Approval key"), so it serves reconnections until an hour before its end.
 *
 * @param value secret; never in {@link #toString}
 * @param issuedAtMillis wall clock, milliseconds since the epoch
 */
record ApprovalKey(String value, long issuedAtMillis) {
  private static final long USABLE_MILLIS = Duration.ofHours(23).toMillis();

  boolean isUsable(long nowMillis) {
    long age = nowMillis - issuedAtMillis;
    return age >= 0 && age < USABLE_MILLIS;
  }

  @Override
  public String toString() {
    return "ApprovalKey[redacted]";
  }
}
