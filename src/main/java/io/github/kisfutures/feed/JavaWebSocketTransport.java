package io.github.kisfutures.feed;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/**
 * {@link WebSocketTransport} over Java-WebSocket, around the library's traps ({@code
 * docs/architecture.md}, "Decisions"): no keep-alive of its own, bounded input, daemon threads, and
 * the end is told from the read thread after the last text. What we send never appears in the
 * library's log, whatever its level.
 */
public final class JavaWebSocketTransport implements WebSocketTransport {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** How long the peer may take to answer a close frame. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

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
    client.sendUnlogged(text);
  }

  @Override
  public void close() {
    client.end();
  }

  /** The library's client; an object serves one connection. */
  private static final class Client extends WebSocketClient {
    private static final SecureRandom MASKING = new SecureRandom();
    private static final int MAX_UNSENT = 1024;
    private static final String BINARY = "binary ";

    private final Listener listener;
    private volatile int closeCode = CloseFrame.ABNORMAL_CLOSE;
    private volatile String closeReason = "";
    private volatile boolean closedByPeer = true;
    private volatile @Nullable Exception failure;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);

    Client(URI uri, Listener listener) {
      super(uri, new BoundedDraft(), Map.of(), (int) CONNECT_TIMEOUT.toMillis());
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

    /**
     * Gives a text to the library's write thread past its log statements. On a connection that is
     * not open it does nothing: the listener hears of the end.
     */
    void sendUnlogged(String text) {
      if (getConnection() instanceof WebSocketImpl engine && engine.isOpen()) {
        if (engine.outQueue.size() >= MAX_UNSENT) {
          // a peer that asks and does not read the answers must not fill our memory
          engine.closeConnection(CloseFrame.ABNORMAL_CLOSE, "the peer does not read");
          return;
        }
        byte[] key = new byte[MaskedText.KEY_BYTES];
        MASKING.nextBytes(key);
        engine.outQueue.add(MaskedText.frame(text, key));
      }
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

    /**
     * KIS sends text only; anything else is handed on to be rejected and kept, not swallowed. As
     * hexadecimal digits it is kept to the byte, and is no frame, whatever its bytes mean.
     */
    @Override
    public void onMessage(ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      listener.onText(BINARY + HexFormat.of().formatHex(copy));
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
