package io.github.kisfutures.simulator;

/**
 * Something that happens at the server, where a {@link Fault} may strike and which a fault script
 * can wait for.
 */
public enum FaultEvent {
  /** An approval key is asked for, with credentials that are right. */
  APPROVAL("approval", "an approval key is asked for"),
  /** A TCP connection arrives. */
  CONNECT("connect", "a TCP connection arrives (a mere probe of the port counts, too)"),
  /** A WebSocket handshake arrives. */
  HANDSHAKE("handshake", "a WebSocket handshake arrives"),
  /** A request to register or unregister arrives. */
  SUBSCRIBE("subscribe", "a request to register or unregister a contract arrives"),
  /** A request was carried out. */
  ACK("ack", "the answer to such a request is about to be sent"),
  /** A data frame is about to be sent. */
  FRAME("frame", "a data frame is about to be sent"),
  /** A PINGPONG is about to be sent. */
  PINGPONG("pingpong", "a PINGPONG is about to be sent"),
  /** A PINGPONG is answered. */
  ECHO("echo", "a client answers a PINGPONG"),
  /** A connection ended. */
  DISCONNECT("disconnect", "a connection has ended"),
  /** The date changed. */
  MIDNIGHT("midnight", "the simulated market's date (KST) changes");

  private final String word;
  private final String meaning;

  FaultEvent(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** What a script calls it. */
  public String word() {
    return word;
  }

  /** When it happens, for people. */
  public String meaning() {
    return meaning;
  }

  /** Whether its connection is open, so that something can happen to it. */
  public boolean isOnConnection() {
    return this != CONNECT && this != HANDSHAKE && this != DISCONNECT;
  }

  /** Whether it concerns one contract. */
  public boolean namesContract() {
    return this == SUBSCRIBE || this == ACK || this == FRAME;
  }

  /** Whether the session is known by then: it is not before the app key has been used. */
  public boolean namesSession() {
    return this != CONNECT && this != HANDSHAKE && this != MIDNIGHT;
  }
}
