package io.github.kisfutures.market;

import java.util.Objects;

/**
 * When and where a frame arrived; shared by all trades of the frame.
 *
 * @param receivedAtMillis wall clock at arrival, milliseconds since the epoch
 * @param session name of the session (one app key), the same across reconnections
 * @param connection number of the connection within the session, rising with every reconnection;
 *     the upper 32 bits count restarts of the job (see {@link #restarts()})
 * @param sequence number of the frame within its connection, from 0
 */
public record Receipt(long receivedAtMillis, String session, long connection, long sequence) {
  private static final int RESTART_SHIFT = 32;

  /** Checks that the session is named. */
  public Receipt {
    Objects.requireNonNull(session, "session");
  }

  /**
   * The connection number of attempt {@code attempt} after {@code restarts} restarts of the job.
   */
  public static long connection(int restarts, int attempt) {
    return ((long) restarts << RESTART_SHIFT) | attempt;
  }

  /** How often the job had been restarted when the connection was made. */
  public int restarts() {
    return restarts(connection);
  }

  /** The restarts counted in a connection number. */
  public static int restarts(long connection) {
    return (int) (connection >>> RESTART_SHIFT);
  }
}
