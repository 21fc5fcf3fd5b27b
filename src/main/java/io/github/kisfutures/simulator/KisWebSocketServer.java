package io.github.kisfutures.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket: turns the library's callbacks into sessions and their messages. */
final class KisWebSocketServer extends WebSocketServer {
  private static final Logger LOG = LoggerFactory.getLogger(KisWebSocketServer.class);
  private static final Set<String> PATHS = Set.of("", "/", "/tryitout", "/tryitout/H0ZFCNT0");
  private static final int WORKERS = 2;
  private static final int MAX_MESSAGE_BYTES = 1 << 20;
  private static final int START_SECONDS = 10;
  private static final int STOP_MILLIS = 1_000;

  private final SimulatedKis kis;
  private final CompletableFuture<Void> started = new CompletableFuture<>();

  KisWebSocketServer(InetSocketAddress address, SimulatedKis kis) {
    super(address, WORKERS, List.<Draft>of(new Draft_6455(List.of(), MAX_MESSAGE_BYTES)));
    this.kis = kis;
    setWebSocketFactory(new ClientChannels(kis));
    setDaemon(true);
    setReuseAddr(true);
    setTcpNoDelay(true);
    // KIS sends no WebSocket pings: it has its own PINGPONG
    setConnectionLostTimeout(0);
  }

  /**
   * Listens.
   *
   * @throws UncheckedIOException with one sentence, if the port is taken or the address not ours
   */
  void listen() {
    requireFree(getAddress());
    start();
    try {
      started.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw cannotListen(new IOException(e.getCause()));
    }
  }

  /** The library reports a port that is taken with a stack trace of its own, so we look first. */
  private void requireFree(InetSocketAddress address) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(address);
    } catch (IOException e) {
      throw cannotListen(e);
    }
  }

  private UncheckedIOException cannotListen(IOException cause) {
    return new UncheckedIOException(
        "cannot listen on "
            + ServerAddress.text(getAddress())
            + " for WebSocket clients; choose another WebSocket port",
        cause);
  }

  /** Address, as {@code ws://127.0.0.1:21000}. */
  URI uri() {
    return ServerAddress.uri("ws", new InetSocketAddress(getAddress().getAddress(), getPort()));
  }

  /** Closes all connections as a server that shuts down, and stops listening. */
  void shutDown() {
    try {
      stop(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void onStart() {
    started.complete(null);
  }

  @Override
  public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
      WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
    if (!PATHS.contains(request.getResourceDescriptor())) {
      throw new InvalidDataException(CloseFrame.REFUSE, "no such path");
    }
    WebSocketImpl impl = (WebSocketImpl) socket;
    ClientChannel channel = (ClientChannel) impl.getChannel();
    SimulatedKis.Handshake handshake = kis.handshake(channel.number());
    channel.answerHandshake(handshake.kind());
    if (handshake.kind() == SimulatedKis.Handshake.Kind.RIGHT) {
      WebSocketLine line = new WebSocketLine(impl, channel);
      socket.setAttachment(kis.session(channel.number(), line, handshake));
    }
    return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
  }

  /** A connection whose handshake is to fail has no session. */
  private static @Nullable ClientSession session(WebSocket socket) {
    return socket.getAttachment();
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    ClientSession session = session(socket);
    if (session != null) {
      kis.opened(session);
      LOG.debug("connection {} opened", session.number());
    }
  }

  @Override
  public void onMessage(WebSocket socket, String message) {
    ClientSession session = session(socket);
    if (session != null) {
      kis.received(session, message);
    }
  }

  @Override
  public void onWebsocketPong(WebSocket socket, Framedata frame) {
    super.onWebsocketPong(socket, frame);
    ClientSession session = session(socket);
    if (session != null) {
      kis.pong(session);
    }
  }

  @Override
  public void onClose(WebSocket socket, int code, @Nullable String reason, boolean remote) {
    ClientSession session = session(socket);
    if (session != null) {
      kis.ended(session);
      LOG.debug("connection {} ended with {}", session.number(), code);
    }
  }

  @Override
  public void onError(@Nullable WebSocket socket, Exception error) {
    if (socket == null) {
      started.completeExceptionally(error);
    }
    LOG.debug("{} failed: {}", socket == null ? "the server" : "a connection", error.toString());
  }
}
