package io.github.kisfutures.simulator;

/** What a session does with its connection; the seam between protocol and sockets. */
interface ClientLine {
  /** Sends a message; silently nothing if the connection has ended. Does not block. */
  void send(Outgoing message);

  /** Ends the TCP connection without a close handshake; what is queued may be lost. */
  void cut();

  /** Ends the TCP connection without a close handshake once all that is queued has been written. */
  void cutWhenSent();

  /** Ends the connection with a close frame. */
  void close(int code);

  /** From here on nothing that is written arrives, and nobody is told. */
  void mute();

  /** Reads no more, until {@link #readOn}. */
  void stopReading();

  /** Reads on. */
  void readOn();

  /** Writes no more, until {@link #writeOn}; what is sent is queued. */
  void stopWriting();

  /** Writes on. */
  void writeOn();

  /** Messages queued but not written yet. */
  int backlog();
}
