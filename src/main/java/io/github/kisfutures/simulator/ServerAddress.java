package io.github.kisfutures.simulator;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;

/** How the address of a server is written. */
final class ServerAddress {
  private ServerAddress() {}

  /** For messages: {@code loopback port 21000}, or {@code 0.0.0.0 port 21000}. */
  static String text(InetSocketAddress server) {
    String host =
        server.getAddress().isLoopbackAddress() ? "loopback" : server.getAddress().getHostAddress();
    return host + " port " + server.getPort();
  }

  /** For clients: {@code ws://127.0.0.1:21000}; an IPv6 address stands in brackets. */
  static URI uri(String scheme, InetSocketAddress server) {
    String host = server.getAddress().getHostAddress();
    try {
      return new URI(scheme, null, host, server.getPort(), null, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no address of a server: " + server, e);
    }
  }
}
