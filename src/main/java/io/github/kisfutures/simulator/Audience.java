package io.github.kisfutures.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** The open sessions: who gets a data frame, who has been idle for too long. Thread-safe. */
final class Audience {
  private final List<ClientSession> sessions = new CopyOnWriteArrayList<>();
  private final Journal journal;
  private final FaultPlan faults;

  Audience(Journal journal, FaultPlan faults) {
    this.journal = journal;
    this.faults = faults;
  }

  void add(ClientSession session) {
    sessions.add(session);
  }

  void remove(ClientSession session) {
    sessions.remove(session);
  }

  int size() {
    return sessions.size();
  }

  /**
   * Sends a data frame to every session that registered one of the contracts, or anything at all
   * where the frame names none.
   *
   * @return number of connections it was handed to
   */
  int deliver(String frame, Set<String> contracts, Instant now) {
    int handed = 0;
    for (ClientSession session : sessions) {
      if (switch (offer(session, frame, contracts, now)) {
        case PROCEED -> true;
        case CUT -> {
          session.line().cut();
          yield false;
        }
        case WITHHOLD, REFUSE -> false;
      }) {
        handed++;
      }
    }
    return handed;
  }

  private FaultPlan.Verdict offer(
      ClientSession session, String frame, Set<String> contracts, Instant now) {
    synchronized (session) {
      String appKey = session.appKey();
      if (session.ended() || appKey == null || !wants(session, contracts)) {
        return FaultPlan.Verdict.WITHHOLD;
      }
      String contract = contracts.isEmpty() ? null : contracts.iterator().next();
      FaultPlan.Verdict verdict = faults.at(FaultPlan.Point.DATA, session.number(), contract);
      if (verdict == FaultPlan.Verdict.PROCEED) {
        String text = faults.alter(frame);
        session.send(text, now);
        journal.sent(new SentFrame(now.toEpochMilli(), appKey, session.number(), text));
      }
      return verdict;
    }
  }

  private static boolean wants(ClientSession session, Set<String> contracts) {
    if (contracts.isEmpty()) {
      return !session.contracts().isEmpty();
    }
    for (String contract : contracts) {
      if (session.contracts().contains(contract)) {
        return true;
      }
    }
    return false;
  }

  /** Sends a PINGPONG on idle streams, and cuts those where one was not answered in time. */
  void probe(Duration interval, Duration deadline, Instant now) {
    for (ClientSession session : sessions) {
      if (probe(session, interval, deadline, now)) {
        session.line().cut();
      }
    }
  }

  private boolean probe(ClientSession session, Duration interval, Duration deadline, Instant now) {
    synchronized (session) {
      ClientSession.Idle idle = session.idle(interval, deadline, now);
      if (idle != ClientSession.Idle.PROBE) {
        return idle == ClientSession.Idle.OVERDUE;
      }
      FaultPlan.Verdict verdict = faults.at(FaultPlan.Point.PINGPONG, session.number(), null);
      if (verdict == FaultPlan.Verdict.PROCEED) {
        session.probe(ServerMessage.pingPong(now), now);
      } else {
        session.skipProbe(now);
      }
      return verdict == FaultPlan.Verdict.CUT;
    }
  }

  /** Ends all connections without a close handshake. */
  int cutAll() {
    List<ClientSession> open = List.copyOf(sessions);
    open.forEach(session -> session.line().cut());
    return open.size();
  }

  /** Ends the connections for which more than so many messages are queued: nobody reads there. */
  void cutSlow(int longestBacklog) {
    for (ClientSession session : sessions) {
      if (session.line().backlog() > longestBacklog) {
        session.line().cut();
      }
    }
  }

  /** The longest queue of messages not written yet. */
  int backlog() {
    int longest = 0;
    for (ClientSession session : sessions) {
      longest = Math.max(longest, session.line().backlog());
    }
    return longest;
  }

  /** Number of registrations of all sessions. */
  int registrations() {
    int registrations = 0;
    for (ClientSession session : sessions) {
      synchronized (session) {
        registrations += session.contracts().size();
      }
    }
    return registrations;
  }

  /** Registered contracts by app key. */
  Map<String, Set<String>> subscriptions() {
    Map<String, Set<String>> subscriptions = new TreeMap<>();
    for (ClientSession session : sessions) {
      synchronized (session) {
        String appKey = session.appKey();
        if (appKey != null && !session.ended()) {
          subscriptions.put(appKey, new TreeSet<>(session.contracts()));
        }
      }
    }
    return subscriptions;
  }
}
