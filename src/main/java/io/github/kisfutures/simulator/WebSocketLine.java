package io.github.kisfutures.simulator;

import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;

/** A line over Java-WebSocket. */
final class WebSocketLine implements ClientLine {
  private final WebSocketImpl socket;

  WebSocketLine(WebSocketImpl socket) {
    this.socket = socket;
  }

  @Override
  public void send(String text) {
    try {
      socket.send(text);
    } catch (WebsocketNotConnectedException e) {
      // the client has gone; onClose is on its way and ends the session
      return;
    }
  }

  @Override
  public void cut() {
    socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
  }

  @Override
  public void cutWhenSent() {
    socket.flushAndClose(CloseFrame.ABNORMAL_CLOSE, "", false);
  }

  @Override
  public int backlog() {
    return socket.outQueue.size();
  }
}
