package io.github.kisfutures.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.job.RecordedLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.logging.log4j.Level;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JavaWebSocketTransportITCase {
  private final Server server = new Server();
  private final Heard heard = new Heard();

  @BeforeEach
  void start() throws Exception {
    server.start();
    assertThat(server.started.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @AfterEach
  void stop() throws Exception {
    heard.reading.countDown();
    server.stop(1000);
  }

  private WebSocketTransport open() {
    return JavaWebSocketTransport.open(
        URI.create("ws://localhost:" + server.getPort() + "/tryitout"), heard);
  }

  private static void await(String what, BooleanSupplier condition) {
    Eventually.await(what, Duration.ofSeconds(20), condition);
  }

  @Test
  void textsGoBothWaysAndTheEndIsTold() throws Exception {
    WebSocketTransport transport = open();
    assertThat(heard.next()).isEqualTo("open daemon");
    transport.send("안녕");
    assertThat(server.heard.poll(10, TimeUnit.SECONDS)).isEqualTo("안녕");
    server.peer().send("0|H0ZFCNT0|001|x");
    assertThat(heard.next()).isEqualTo("0|H0ZFCNT0|001|x");
    server.peer().send("bytes".getBytes(StandardCharsets.UTF_8));
    assertThat(heard.next()).as("to the byte, and no frame").isEqualTo("binary 6279746573");
    server.peer().sendPing();
    assertThat(heard.next()).isEqualTo("alive");
    assertThat(server.heard.poll(10, TimeUnit.SECONDS)).isEqualTo("pong");
    server.peer().close(1001, "restart");
    assertThat(heard.next()).isEqualTo("closed 1001 restart remote");
    transport.send("into the void");
    transport.close();
  }

  @Test
  void aDroppedTcpConnectionIs1006AfterEveryTextThatCame() throws Exception {
    open();
    assertThat(heard.next()).isEqualTo("open daemon");
    for (int i = 0; i < 1000; i++) {
      server.peer().send("t" + i);
    }
    await("sent", () -> !server.peer().hasBufferedData());
    server.peer().closeConnection(1006, "");

    for (int i = 0; i < 1000; i++) {
      assertThat(heard.next()).isEqualTo("t" + i);
    }
    assertThat(heard.next()).startsWith("closed 1006");
  }

  @Test
  void closingIsPoliteAndDoesNotWaitForTheServer() throws Exception {
    WebSocketTransport transport = open();
    assertThat(heard.next()).isEqualTo("open daemon");
    transport.close();
    transport.close();

    assertThat(server.heard.poll(10, TimeUnit.SECONDS)).isEqualTo("closed 1000");
    assertThat(heard.next()).startsWith("closed 1000");
    await("threads end", () -> transportThreads() == 0);
  }

  @Test
  void closingEndsAConnectionWhosePeerIsMute() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      WebSocketTransport transport =
          JavaWebSocketTransport.open(URI.create("ws://localhost:" + mute.getLocalPort()), heard);
      try (Socket accepted = mute.accept()) {
        shakeHands(accepted);
        assertThat(heard.next()).isEqualTo("open daemon");
        transport.close();

        assertThat(accepted.getInputStream().read()).as("close frame").isEqualTo(0x88);
        assertThat(heard.next()).startsWith("closed 1");
        await("threads end", () -> transportThreads() == 0);
      }
    }
  }

  /** The library logs every frame at TRACE; what we send carries the approval key. */
  @Test
  void nothingThatWeSendIsLoggedWhateverTheLevel() throws Exception {
    try (ServerSocket kis = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        RecordedLog log = new RecordedLog(Level.TRACE, "org.java_websocket")) {
      WebSocketTransport transport =
          JavaWebSocketTransport.open(URI.create("ws://localhost:" + kis.getLocalPort()), heard);
      try (Socket accepted = kis.accept()) {
        shakeHands(accepted);
        assertThat(heard.next()).isEqualTo("open daemon");
        transport.send("the-approval-key");
        assertThat(accepted.getInputStream().readNBytes(6 + "the-approval-key".length()))
            .hasSize(22)
            .startsWith(0x81, 0x80 | 16);
        accepted.getOutputStream().write(new byte[] {(byte) 0x81, 1, 'x'});
        assertThat(heard.next()).isEqualTo("x");
        transport.close();
        assertThat(heard.next()).startsWith("closed");
      }
      assertThat(log.text())
          .as("the library does log")
          .contains("TRACE [", "org.java_websocket.WebSocketImpl - matched frame: ")
          .doesNotContain(
              "the-approval-key",
              "Opcode=TEXT, fin=true, rsv1=false, rsv2=false, rsv3=false, payload length=[pos:0, len:16]");
    }
  }

  private static void shakeHands(Socket socket) throws Exception {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    String key = "";
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      if (line.startsWith("Sec-WebSocket-Key: ")) {
        key = line.substring(line.indexOf(' ') + 1);
      }
    }
    byte[] accept =
        MessageDigest.getInstance("SHA-1")
            .digest(
                (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
    socket
        .getOutputStream()
        .write(
            ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: "
                    + Base64.getEncoder().encodeToString(accept)
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void closingEndsAnAttemptThatIsNeverAnswered() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      WebSocketTransport transport =
          JavaWebSocketTransport.open(URI.create("ws://localhost:" + mute.getLocalPort()), heard);
      try (Socket accepted = mute.accept()) {
        assertThat(accepted.getInputStream().read()).isEqualTo('G');
        transport.close();

        assertThat(heard.next()).startsWith("closed -1");
        await("threads end", () -> transportThreads() == 0);
      }
    }
  }

  @Test
  void closingAtOnceLeavesNothingBehind() throws Exception {
    for (int i = 0; i < 20; i++) {
      open().close();
    }
    await("threads end", () -> transportThreads() == 0);

    // nobody answers here, so only the client can have closed what got as far as a connection
    try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 20; i++) {
        JavaWebSocketTransport.open(URI.create("ws://localhost:" + plain.getLocalPort()), heard)
            .close();
      }
      await("threads end", () -> transportThreads() == 0);
      plain.setSoTimeout(100);
      for (Socket accepted = accept(plain); accepted != null; accepted = accept(plain)) {
        assertThat(isClosedByPeer(accepted)).isTrue();
      }
    }
  }

  private static Socket accept(ServerSocket server) throws IOException {
    try {
      return server.accept();
    } catch (SocketTimeoutException e) {
      return null;
    }
  }

  private static boolean isClosedByPeer(Socket socket) throws IOException {
    try (socket) {
      socket.setSoTimeout(5000);
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true; // reset
    }
  }

  @Test
  void aRefusedConnectionIsTold() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    JavaWebSocketTransport.open(URI.create("ws://localhost:" + port), heard);

    assertThat(heard.next()).startsWith("closed -1 Connection refused");
  }

  @Test
  void aServerThatSpeaksNoWebSocketIsTold() throws Exception {
    try (ServerSocket http = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      JavaWebSocketTransport.open(URI.create("ws://localhost:" + http.getLocalPort()), heard);
      try (Socket accepted = http.accept()) {
        accepted
            .getOutputStream()
            .write("HTTP/1.1 404 Not Found\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(heard.next()).startsWith("closed 1002");
      }
    }
  }

  @Test
  void aHandshakeAnswerWithoutEndIsCutOff() throws Exception {
    String start = "HTTP/1.1 101 Switching Protocols\r\n";
    for (String filler : List.of("X-Filler: " + "x".repeat(1000) + "\r\n", "x".repeat(1000))) {
      try (ServerSocket flood = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
        JavaWebSocketTransport.open(URI.create("ws://localhost:" + flood.getLocalPort()), heard);
        try (Socket accepted = flood.accept()) {
          accepted.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
          long sent = floodUntilCut(accepted, filler.getBytes(StandardCharsets.US_ASCII));

          assertThat(heard.next()).startsWith("closed 1002 the handshake's answer has more than");
          assertThat(sent).as("bytes sent before the cut").isLessThan(64L << 20);
        }
      }
    }
  }

  /** Writes until the peer closes, or 64 MiB. */
  private static long floodUntilCut(Socket socket, byte[] filler) {
    long sent = 0;
    try {
      while (sent < 64 << 20) {
        socket.getOutputStream().write(filler);
        sent += filler.length;
      }
    } catch (IOException e) {
      // closed by the client, as it should be
    }
    return sent;
  }

  @Test
  void whileTheListenerBlocksNothingIsReadAndNothingIsLost() throws Exception {
    heard.blockFrom = "t0";
    open();
    assertThat(heard.next()).isEqualTo("open daemon");
    String padding = "x".repeat(10_000);
    int messages = 3000; // 30 MB: more than all buffers between
    for (int i = 0; i < messages; i++) {
      server.peer().send("t" + i + " " + padding);
    }
    await("the listener blocks", () -> heard.blocked);
    assertThat(heard.calls).isEmpty();
    assertThat(server.peer().hasBufferedData()).as("TCP pushes back").isTrue();
    heard.reading.countDown();

    for (int i = 0; i < messages; i++) {
      assertThat(heard.next()).isEqualTo("t" + i + " " + padding);
    }
  }

  private static long transportThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().startsWith("WebSocketConnectReadThread")
                    || thread.getName().startsWith("WebSocketWriteThread"))
        .count();
  }

  private static final class Heard implements WebSocketTransport.Listener {
    final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    final CountDownLatch reading = new CountDownLatch(1);
    volatile String blockFrom;
    volatile boolean blocked;

    String next() throws InterruptedException {
      return calls.poll(20, TimeUnit.SECONDS);
    }

    @Override
    public void onOpen() {
      calls.add("open " + (Thread.currentThread().isDaemon() ? "daemon" : "no daemon"));
    }

    @Override
    public void onText(String text) {
      if (blockFrom != null && text.startsWith(blockFrom)) {
        blocked = true;
        try {
          reading.await();
        } catch (InterruptedException e) {
          calls.add("interrupted");
        }
      }
      calls.add(text);
    }

    @Override
    public void onAlive() {
      calls.add("alive");
    }

    @Override
    public void onClosed(int code, String reason, boolean remote) {
      calls.add(("closed " + code + " " + reason + (remote ? " remote" : "")));
    }
  }

  private static final class Server extends WebSocketServer {
    final CountDownLatch started = new CountDownLatch(1);
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    Server() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      setDaemon(true);
      setConnectionLostTimeout(0);
    }

    /** The client may have heard of the opening before the server keeps the connection. */
    WebSocket peer() {
      await("a connection", () -> !getConnections().isEmpty());
      return List.copyOf(getConnections()).get(0);
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onOpen(WebSocket peer, ClientHandshake handshake) {}

    @Override
    public void onMessage(WebSocket peer, String text) {
      heard.add(text);
    }

    @Override
    public void onWebsocketPong(WebSocket peer, org.java_websocket.framing.Framedata frame) {
      heard.add("pong");
    }

    @Override
    public void onClose(WebSocket peer, int code, String reason, boolean remote) {
      heard.add("closed " + code);
    }

    @Override
    public void onError(WebSocket peer, Exception e) {
      heard.add("error " + e);
    }
  }
}
