package io.github.kisfutures.feed;

import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.IncompleteHandshakeException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.protocols.Protocol;

/**
 * The WebSocket protocol with limits on what a peer may make us hold: frames, which the library
 * bounds when told to, and the answer to the handshake, which it would collect without end.
 */
final class BoundedDraft extends Draft_6455 {
  private static final int MAX_FRAME_BYTES = 16 << 20;
  private static final int MAX_HANDSHAKE_BYTES = 64 << 10;

  BoundedDraft() {
    super(List.of(), List.of(new Protocol("")), MAX_FRAME_BYTES);
  }

  @Override
  public Handshakedata translateHandshake(ByteBuffer received) throws InvalidHandshakeException {
    int bytes = received.remaining();
    try {
      return super.translateHandshake(received);
    } catch (IncompleteHandshakeException e) {
      if (bytes > MAX_HANDSHAKE_BYTES) {
        throw new InvalidHandshakeException(
            "the handshake's answer has more than " + MAX_HANDSHAKE_BYTES + " bytes", e);
      }
      throw e;
    }
  }

  /** The library works with a copy. */
  @Override
  public Draft copyInstance() {
    return new BoundedDraft();
  }
}
