package io.github.kisfutures.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Connections played by the test. */
final class FakeTransports implements WebSocketTransport.Factory {
  final List<Connection> connections = new ArrayList<>();

  /** Thrown by the next attempts, if not null. */
  RuntimeException failure;

  /** Runs with every sending, for one that takes its time. */
  Runnable sending = () -> {};

  /** Whether attempts are refused at once. */
  boolean refusing;

  @Override
  public WebSocketTransport open(URI uri, WebSocketTransport.Listener listener) {
    Connection connection = new Connection(listener);
    connections.add(connection);
    if (failure != null) {
      throw failure;
    }
    if (refusing) {
      listener.onClosed(-1, "Connection refused", true);
    }
    return connection;
  }

  Connection last() {
    return connections.get(connections.size() - 1);
  }

  final class Connection implements WebSocketTransport {
    final WebSocketTransport.Listener listener;
    final List<String> sent = new ArrayList<>();
    boolean closed;

    Connection(WebSocketTransport.Listener listener) {
      this.listener = listener;
    }

    @Override
    public void send(String text) {
      sent.add(text);
      sending.run();
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
