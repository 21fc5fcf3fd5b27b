package io.github.kisfutures.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** {@code POST /oauth2/Approval}. */
final class ApprovalEndpoint implements AutoCloseable {
  private static final String PATH = "/oauth2/Approval";

  private final InetAddress address;
  private final HttpServer server;
  private final SimulatedKis kis;

  /**
   * Listens.
   *
   * @throws UncheckedIOException with one sentence, if the port is taken or the address not ours
   */
  ApprovalEndpoint(InetSocketAddress address, SimulatedKis kis) {
    this.address = address.getAddress();
    this.kis = kis;
    try {
      server = HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot listen on "
              + ServerAddress.text(address)
              + " for approvals; choose another REST port",
          e);
    }
    server.createContext(PATH, this::handle);
    server.start();
  }

  /** Base address, as {@code http://127.0.0.1:9443}. */
  URI uri() {
    return ServerAddress.uri("http", new InetSocketAddress(address, server.getAddress().getPort()));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      if (!exchange.getRequestURI().getPath().equals(PATH)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      ApprovalDesk.Answer answer = kis.approval(body);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("content-type", "application/json;charset=UTF-8");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
