package io.github.kisfutures.simulator;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft;

/** Puts a {@link ClientChannel} between the library and every socket. */
final class ClientChannels implements WebSocketServerFactory {
  private final SimulatedKis kis;

  ClientChannels(SimulatedKis kis) {
    this.kis = kis;
  }

  /** A TCP connection has arrived. A refused one is reset; the library finds it closed. */
  @Override
  public ByteChannel wrapChannel(SocketChannel socket, SelectionKey key) throws IOException {
    ClientChannel channel = new ClientChannel(socket, key, kis.connect());
    if (channel.number() == 0) {
      channel.reset();
    }
    return channel;
  }

  @Override
  public WebSocketImpl createWebSocket(WebSocketAdapter adapter, Draft draft) {
    return new WebSocketImpl(adapter, draft);
  }

  @Override
  public WebSocketImpl createWebSocket(WebSocketAdapter adapter, List<Draft> drafts) {
    return new WebSocketImpl(adapter, drafts);
  }

  @Override
  public void close() {}
}
