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
  private final Faults faults;
  private final CounterShifts shifts = new CounterShifts();

  Audience(Journal journal, Faults faults) {
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
      LineActions after = new LineActions(session);
      if (offer(session, frame, contracts, now, after)) {
        handed++;
      }
      after.run();
    }
    return handed;
  }

  private boolean offer(
      ClientSession session, String frame, Set<String> contracts, Instant now, LineActions after) {
    synchronized (session) {
      String appKey = session.appKey();
      if (session.silent() || appKey == null || !wants(session, contracts)) {
        return false;
      }
      String contract = contracts.isEmpty() ? null : contracts.iterator().next();
      List<Fault> struck = faults.on(FaultEvent.FRAME, now, session.number(), appKey, contract);
      if (after.strike(struck, now)) {
        return false;
      }
      if (contract != null && Faults.find(FaultWord.UNSUBSCRIBE, struck) != null) {
        session.contracts().remove(contract);
        session.send(ServerMessage.unsubscribed(contract), now);
        return false;
      }
      for (Fault fault : struck) {
        if (fault.word().shiftsCounters()) {
          shifts.strike(fault, frame);
        }
      }
      List<Outgoing> messages = session.instead(shifts.applied(frame), struck);
      for (int i = 0; i < messages.size(); i++) {
        send(session, messages.get(i), now, appKey);
      }
      return !messages.isEmpty();
    }
  }

  private void send(ClientSession session, Outgoing message, Instant now, String appKey) {
    String text = null;
    if (message instanceof Outgoing.Text plain) {
      text = plain.text();
    } else if (message instanceof Outgoing.Fragmented fragmented) {
      text = fragmented.text();
    }
    if (text != null) {
      // before it is sent: whoever has received it finds it in the journal
      journal.sent(new SentFrame(now.toEpochMilli(), appKey, session.number(), text));
    }
    session.send(message, now);
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

  /** Lets a fault strike every open connection of its session. */
  void strike(Fault fault, Instant now) {
    for (ClientSession session : sessions) {
      LineActions after = new LineActions(session);
      synchronized (session) {
        if (fault.session() == 0 || fault.session() == faults.session(session.appKey())) {
          after.strike(List.of(fault), now);
        }
      }
      after.run();
    }
  }

  /**
   * Sends a PINGPONG on idle streams, cuts those where one was not answered in time, and reads and
   * writes on where that has stood still for long enough.
   */
  void attend(Duration interval, Duration deadline, Instant now) {
    for (ClientSession session : sessions) {
      LineActions after = new LineActions(session);
      synchronized (session) {
        if (session.readsAgain(now)) {
          after.add(ClientLine::readOn);
        }
        if (session.writesAgain(now)) {
          after.add(ClientLine::writeOn);
        }
        switch (session.idle(interval, deadline, now)) {
          case PROBE -> probe(session, now, after);
          case OVERDUE -> after.add(ClientLine::cut);
          case NOTHING -> {}
        }
      }
      after.run();
    }
  }

  private void probe(ClientSession session, Instant now, LineActions after) {
    List<Fault> struck =
        faults.on(FaultEvent.PINGPONG, now, session.number(), session.appKey(), null);
    if (after.strike(struck, now)) {
      return;
    }
    if (Faults.find(FaultWord.WITHHOLD_PINGPONG, struck) == null) {
      session.probe(ServerMessage.pingPong(now), now);
    } else {
      session.skipProbe(now);
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
