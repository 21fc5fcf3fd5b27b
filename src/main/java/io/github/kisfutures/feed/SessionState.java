package io.github.kisfutures.feed;

/** Where a session stands. It goes round until it is closed; it never gives up. */
public enum SessionState {
  /** Made, not started yet. */
  NEW,
  /** Waits for an approval key. */
  AUTHORISING,
  /** Waits for the WebSocket to open. */
  CONNECTING,
  /** Open; contracts are being registered. */
  SUBSCRIBING,
  /** Open; every contract is registered, refused or waiting for another try. */
  LIVE,
  /** The connection was mute and was closed; waits for the next attempt. */
  STALLED,
  /** The connection was lost or not to be had; waits for the next attempt. */
  BACKING_OFF,
  /** Another session holds the app key; waits long before the next attempt. */
  IN_USE_WAIT,
  /** Closed for good, by the user or by a fatal failure. */
  CLOSED;

  /** Whether the WebSocket is open. */
  public boolean isConnected() {
    return this == SUBSCRIBING || this == LIVE;
  }
}
