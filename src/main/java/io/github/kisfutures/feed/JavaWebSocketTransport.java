package io.github.kisfutures.feed;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * {@link WebSocketTransport} over Java-WebSocket, around the library's traps ({@code craft.md}): no
 * keep-alive of its own, bounded frames, daemon threads, and the end is told from the read thread
 * after the last text.
 */
public final class JavaWebSocketTransport implements WebSocketTransport {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_FRAME_BYTES = 16 << 20;

  private final Client client;

  private JavaWebSocketTransport(Client client) {
    this.client = client;
  }

  /** Begins to connect, on a daemon thread of the connection; see {@link Factory#open}. */
  public static WebSocketTransport open(URI uri, Listener listener) {
    Client client = new Client(uri, listener);
    client.connect();
    return new JavaWebSocketTransport(client);
  }

  @Override
  public void send(String text) {
    try {
      client.send(text);
    } catch (WebsocketNotConnectedException e) {
      // by contract nothing: the listener hears of the end of the connection
    }
  }

  @Override
  public void close() {
    client.end();
  }

  /** The library's client; an object serves one connection. */
  private static final class Client extends WebSocketClient {
    private final Listener listener;
    private volatile int closeCode = CloseFrame.ABNORMAL_CLOSE;
    private volatile String closeReason = "";
    private volatile boolean closedByPeer = true;
    private volatile @Nullable Exception failure;
    private volatile boolean ended;

    Client(URI uri, Listener listener) {
      super(
          uri,
          new Draft_6455(List.of(), List.of(new Protocol("")), MAX_FRAME_BYTES),
          Map.of(),
          (int) CONNECT_TIMEOUT.toMillis());
      this.listener = listener;
      setConnectionLostTimeout(0);
      setTcpNoDelay(true);
      setDaemon(true);
      if ("ws".equals(uri.getScheme())) {
        // so that there is a socket to close from the start; for wss the library must make it
        setSocket(new Socket());
      }
    }

    /**
     * The read thread: whatever thread closes the connection, its end is told here, after all
     * texts.
     */
    @Override
    public void run() {
      try {
        super.run();
      } finally {
        Exception cause = failure;
        String reason =
            closeReason.isEmpty() && cause != null && cause.getMessage() != null
                ? cause.getMessage()
                : closeReason;
        listener.onClosed(closeCode, reason, closedByPeer);
      }
    }

    /**
     * An open connection is closed politely (KIS frees the app key sooner), without waiting for the
     * answer: the write thread sends what is queued, then closes the socket. Before that there is
     * only the socket, and closing it ends the read thread.
     */
    void end() {
      ended = true;
      if (isOpen()) {
        close(CloseFrame.NORMAL);
        closeConnection(CloseFrame.NORMAL, "");
        return;
      }
      Socket socket = getSocket();
      if (socket != null) {
        try {
          socket.close();
        } catch (IOException e) {
          onError(e);
        }
      }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
      if (ended) {
        end();
      } else {
        listener.onOpen();
      }
    }

    @Override
    public void onMessage(String text) {
      listener.onText(text);
    }

    /** KIS sends text only; anything else is handed on to be rejected and kept, not swallowed. */
    @Override
    public void onMessage(ByteBuffer bytes) {
      listener.onText(StandardCharsets.UTF_8.decode(bytes).toString());
    }

    @Override
    public void onWebsocketPing(WebSocket connection, Framedata frame) {
      super.onWebsocketPing(connection, frame);
      listener.onAlive();
    }

    @Override
    public void onWebsocketPong(WebSocket connection, Framedata frame) {
      super.onWebsocketPong(connection, frame);
      listener.onAlive();
    }

    @Override
    public void onClose(int code, @Nullable String reason, boolean remote) {
      closeCode = code;
      closeReason = reason == null ? "" : reason;
      closedByPeer = remote;
    }

    /** Kept for the reason of the end, which follows. */
    @Override
    public void onError(Exception e) {
      failure = e;
    }
  }
}
