package io.github.kisfutures.feed;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** How long the peer may take to answer a close frame. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

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
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);

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
        finished.countDown();
        listener.onClosed(closeCode, reason, closedByPeer);
      }
    }

    /**
     * An open connection is closed politely, for KIS frees the app key sooner then. The close frame
     * goes out as an ordinary frame: the library's own {@code close} may interrupt its write thread
     * before the frame is written, when the read thread is not reading just then. The peer's answer
     * ends the connection; a peer that does not answer is waited for on a thread of its own. Before
     * the connection is open there is only the socket, if that.
     */
    void end() {
      if (ending.getAndSet(true)) {
        return;
      }
      if (!sendCloseFrame()) {
        closeSocket();
      }
      Thread closer = new Thread(this::endLate, "kis-websocket-closer");
      closer.setDaemon(true);
      closer.start();
    }

    private boolean sendCloseFrame() {
      if (!isOpen()) {
        return false;
      }
      CloseFrame frame = new CloseFrame();
      frame.setCode(CloseFrame.NORMAL);
      try {
        sendFrame(frame);
        return true;
      } catch (WebsocketNotConnectedException e) {
        // it ended just now
        return false;
      }
    }

    /** A closed socket ends the library's threads, whatever they are doing. */
    private void endLate() {
      try {
        if (!finished.await(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
          closeSocket();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        closeSocket();
      }
    }

    private void closeSocket() {
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
      if (ending.get()) {
        // asked to end while it was opening
        closeSocket();
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
