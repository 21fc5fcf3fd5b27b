package io.github.kisfutures.feed;

import java.net.URI;

/**
 * One WebSocket connection, from the attempt to its end: the seam between the session and a
 * WebSocket library. An object serves one connection only.
 */
public interface WebSocketTransport {

  /**
   * Sends a text message. Never blocks and never throws: on a connection that is not open it does
   * nothing, for the listener hears of the end anyway.
   */
  void send(String text);

  /**
   * Ends the connection, with a close handshake where it is open. Never blocks; may be called from
   * any thread and more than once.
   */
  void close();

  /** Makes connections. */
  @FunctionalInterface
  interface Factory {

    /**
     * Begins to connect; does not wait for it. A connection that cannot be made is reported by
     * {@link Listener#onClosed}.
     */
    WebSocketTransport open(URI uri, Listener listener);
  }

  /** Hears what happens on a connection, one call at a time, from the connection's read thread. */
  interface Listener {

    /** The connection is open. The first call, if there is one. */
    void onOpen();

    /**
     * A text message arrived; or one that is none, told in a text that is no frame. May block: then
     * nothing more is read from the socket, and TCP pushes back.
     */
    void onText(String text);

    /** Something other than a text message arrived, such as a ping frame: the peer is alive. */
    default void onAlive() {}

    /**
     * The connection ended, or could not be made. The last call: every text that arrived was given
     * to {@link #onText} before.
     *
     * @param code WebSocket close code; 1006 for an end without a close handshake, -1 if the
     *     connection was never open
     * @param reason for people, possibly empty
     * @param remote whether the peer ended it
     */
    void onClosed(int code, String reason, boolean remote);
  }
}
