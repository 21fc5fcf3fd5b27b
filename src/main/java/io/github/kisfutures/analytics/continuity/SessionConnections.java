package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.market.Receipt;
import java.util.Arrays;

/**
 * The connection last seen of each session that carries a contract: what explains a hole. A few
 * sessions, hence a list that is searched. Mutable.
 */
final class SessionConnections {
  private String[] sessions;
  private long[] connections;
  private int latest;

  SessionConnections() {
    this(new String[0], new long[0]);
  }

  SessionConnections(String[] sessions, long[] connections) {
    this.sessions = sessions;
    this.connections = connections;
  }

  /** Notes an arrival, and says what happened to its session since the one before. */
  GapCause observe(Receipt receipt) {
    int index = indexOf(receipt.session());
    if (index < 0) {
      GapCause cause = isFirstSinceRestart(receipt) ? GapCause.RESTART : GapCause.UNKNOWN;
      index = sessions.length;
      sessions = Arrays.copyOf(sessions, index + 1);
      connections = Arrays.copyOf(connections, index + 1);
      sessions[index] = receipt.session();
      connections[index] = receipt.connection();
      latest = index;
      return cause;
    }
    latest = index;
    long before = connections[index];
    if (before == receipt.connection()) {
      return GapCause.UNKNOWN;
    }
    connections[index] = receipt.connection();
    return Receipt.restarts(before) == receipt.restarts() ? GapCause.RECONNECT : GapCause.RESTART;
  }

  /** After a restart the contract may be on another session than before. */
  private boolean isFirstSinceRestart(Receipt receipt) {
    for (long connection : connections) {
      if (Receipt.restarts(connection) >= receipt.restarts()) {
        return false;
      }
    }
    return connections.length > 0;
  }

  /** The session that brought the last trade; after a restore the first known; empty if none. */
  String latest() {
    return sessions.length == 0 ? "" : sessions[latest];
  }

  private int indexOf(String session) {
    for (int i = 0; i < sessions.length; i++) {
      if (sessions[i].equals(session)) {
        return i;
      }
    }
    return -1;
  }

  int count() {
    return sessions.length;
  }

  String session(int index) {
    return sessions[index];
  }

  long connection(int index) {
    return connections[index];
  }

  SessionConnections copy() {
    SessionConnections copy = new SessionConnections(sessions.clone(), connections.clone());
    copy.latest = latest;
    return copy;
  }
}
