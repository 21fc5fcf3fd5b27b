package io.github.kisfutures.simulator;

/** What a session does with its connection; the seam between protocol and sockets. */
interface ClientLine {
  /** Sends a text message; silently nothing if the connection has ended. Does not block. */
  void send(String text);

  /** Ends the TCP connection without a close handshake; what is queued may be lost. */
  void cut();

  /** Ends the TCP connection without a close handshake once all that is queued has been written. */
  void cutWhenSent();

  /** Messages queued but not written yet. */
  int backlog();
}
