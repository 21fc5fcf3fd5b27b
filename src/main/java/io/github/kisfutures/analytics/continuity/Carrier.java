package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.market.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Which connection of which session brought a trade, and which brought copies of it: a list, the
 * first arrival first. Immutable.
 *
 * @param session name of the session
 * @param connection number of the connection, restarts of the job included ({@link Receipt}); 0
 *     where it is not known, as in a capture that does not say
 * @param next who brought a copy; null at the end
 */
record Carrier(String session, long connection, @Nullable Carrier next) {

  /** More sessions than carry a contract. */
  static final int MAX = 16;

  static Carrier of(Receipt receipt) {
    return new Carrier(receipt.session(), receipt.connection(), null);
  }

  /** This list with another carrier at its end, if it is not there yet and there is room. */
  Carrier and(Carrier other) {
    return and(other, MAX);
  }

  private Carrier and(Carrier other, int room) {
    if (isSame(other) || room == 1) {
      return this;
    }
    Carrier rest = next == null ? other.alone() : next.and(other, room - 1);
    return rest == next ? this : new Carrier(session, connection, rest);
  }

  private Carrier alone() {
    return new Carrier(session, connection, null);
  }

  private boolean isSame(Carrier other) {
    return connection == other.connection && session.equals(other.session);
  }

  /**
   * Why there is a hole between two trades with these carriers. One connection that carried both
   * decides, for TCP loses nothing.
   */
  static GapCause between(Carrier before, Carrier after) {
    if (before.connection == 0 || after.connection == 0) {
      return GapCause.UNKNOWN;
    }
    if (Receipt.restarts(before.connection) != Receipt.restarts(after.connection)) {
      return GapCause.RESTART;
    }
    for (Carrier one = before; one != null; one = one.next) {
      for (Carrier other = after; other != null; other = other.next) {
        if (one.isSame(other)) {
          return GapCause.NOT_SENT;
        }
      }
    }
    return GapCause.RECONNECT;
  }
}
