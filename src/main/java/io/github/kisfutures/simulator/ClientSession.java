package io.github.kisfutures.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One connection as the server sees it: its app key, its registrations, and the PINGPONG it has to
 * answer. Every method is to be called with the session's own lock held; the line is cut without
 * it, for the library calls back.
 */
final class ClientSession {
  private final int number;
  private final ClientLine line;
  private final Set<String> contracts = new TreeSet<>();
  private @Nullable String appKey;
  private @Nullable String approvalKey;
  private boolean ended;
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

  /** Sends a message. */
  void send(String text, Instant now) {
    line.send(text);
    lastSent = now;
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

  /**
   * A WebSocket PONG came, which is taken as an answer, too ({@code kis-protocol.md} section 5).
   */
  void answer() {
    probeAnswered = true;
  }

  /** What is to be done when nothing else happens. */
  Idle idle(Duration interval, Duration deadline, Instant now) {
    if (ended) {
      return Idle.NOTHING;
    }
    if (!probeAnswered) {
      return now.isBefore(probeSent.plus(deadline)) ? Idle.NOTHING : Idle.OVERDUE;
    }
    return now.isBefore(lastSent.plus(interval)) ? Idle.NOTHING : Idle.PROBE;
  }
}
