package io.github.kisfutures.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One connection as the server sees it: its app key, its registrations, and the PINGPONG it has to
 * answer. Every method is to be called with the session's own lock held; the line is cut without
 * it, for the library calls back ({@link LineActions}).
 */
final class ClientSession {
  private final int number;
  private final ClientLine line;
  private final Set<String> contracts = new TreeSet<>();
  private final OutgoingFrames frames = new OutgoingFrames();
  private @Nullable String appKey;
  private @Nullable String approvalKey;
  private boolean ended;
  private boolean muted;
  private @Nullable Instant stalledUntil;
  private @Nullable Instant writesFrom;
  private Instant lastSent;
  private @Nullable String probe;
  private boolean probeAnswered = true;
  private Instant probeSent;

  /** What is to be done about an idle stream. */
  enum Idle {
    NOTHING,
    PROBE,
    OVERDUE
  }

  ClientSession(int number, ClientLine line, Instant now) {
    this.number = number;
    this.line = line;
    this.lastSent = now;
    this.probeSent = now;
  }

  int number() {
    return number;
  }

  ClientLine line() {
    return line;
  }

  /** The contracts registered; the session's own set. */
  Set<String> contracts() {
    return contracts;
  }

  /** The app key whose slot the session holds, or null before the first registration. */
  @Nullable String appKey() {
    return appKey;
  }

  /**
   * Whether the session has registered with this approval key, which is not looked at again then.
   */
  boolean knows(String approval) {
    return approval.equals(approvalKey);
  }

  /** The session is the one of this app key from here on. */
  void open(String key, String approval) {
    appKey = key;
    approvalKey = approval;
  }

  /** Nothing is sent or accepted any more. */
  void end() {
    ended = true;
    contracts.clear();
  }

  boolean ended() {
    return ended;
  }

  /** Nothing is sent or answered any more, but the connection stays. */
  void mute() {
    muted = true;
  }

  /** Whether nothing is sent any more, for one reason or the other. */
  boolean silent() {
    return ended || muted;
  }

  /** Nothing is read until an instant. */
  void stall(Instant until) {
    stalledUntil = until;
  }

  /** Whether reading stood still until now; true once. */
  boolean readsAgain(Instant now) {
    boolean over = stalledUntil != null && !now.isBefore(stalledUntil);
    if (over) {
      stalledUntil = null;
    }
    return over;
  }

  /** Nothing is written until an instant. */
  void writeFrom(Instant from) {
    writesFrom = from;
  }

  /** Whether writing stood still until now; true once. */
  boolean writesAgain(Instant now) {
    boolean over = writesFrom != null && !now.isBefore(writesFrom);
    if (over) {
      writesFrom = null;
    }
    return over;
  }

  /** Sends a message. */
  void send(String text, Instant now) {
    send(new Outgoing.Text(text), now);
  }

  /** Sends a message, good or bad. */
  void send(Outgoing message, Instant now) {
    line.send(message);
    lastSent = now;
  }

  /** What is sent in place of a data frame. */
  List<Outgoing> instead(String frame, List<Fault> faults) {
    return frames.instead(frame, faults);
  }

  /** Sends a PINGPONG, to be answered. */
  void probe(String text, Instant now) {
    probe = text;
    probeAnswered = false;
    probeSent = now;
    send(text, now);
  }

  /** A PINGPONG was withheld: as if it had been sent and answered. */
  void skipProbe(Instant now) {
    lastSent = now;
  }

  /** An echo came; false if it is not the text that was sent. */
  boolean answer(String text) {
    if (!text.equals(probe)) {
      return false;
    }
    probeAnswered = true;
    return true;
  }

  /** A WebSocket PONG came, which is taken as an answer, too ({@code docs/feed.md}, "Liveness"). */
  void answer() {
    probeAnswered = true;
  }

  /** What is to be done when nothing else happens. */
  Idle idle(Duration interval, Duration deadline, Instant now) {
    if (silent()) {
      return Idle.NOTHING;
    }
    if (!probeAnswered) {
      return now.isBefore(probeSent.plus(deadline)) ? Idle.NOTHING : Idle.OVERDUE;
    }
    return now.isBefore(lastSent.plus(interval)) ? Idle.NOTHING : Idle.PROBE;
  }
}
