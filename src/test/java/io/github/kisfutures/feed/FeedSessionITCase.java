package io.github.kisfutures.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session with real threads, time and sockets. */
@Timeout(60)
class FeedSessionITCase {
  private static final int FRAMES = 500;
  private static final int CAPACITY = 10;

  private final Server server = new Server();
  private final HandOff handOff = new HandOff(CAPACITY, InstantSource.system());
  private final SingleThreadScheduler scheduler = new SingleThreadScheduler("session-under-test");
  private final List<FeedMessage> messages = new ArrayList<>();
  private FeedSession session;

  @BeforeEach
  void start() throws Exception {
    server.start();
    assertThat(server.started.await(10, TimeUnit.SECONDS)).isTrue();
    FeedSettings settings =
        FeedSettings.defaults()
            .withServers(
                URI.create("ws://localhost:" + server.getPort()), URI.create("http://unused"))
            .withTimes(Duration.ofMillis(5), Duration.ofSeconds(5), Duration.ofSeconds(20))
            .withReconnect(
                new ReconnectSettings(
                    Duration.ofMillis(50), Duration.ofMillis(200), 0.2, Duration.ofMillis(100)));
    session =
        new FeedSession(
            "s1",
            new Credentials("app-key", "app-secret"),
            List.of("111V06", "A50607"),
            SessionPast.NONE,
            settings,
            new FeedEnvironment(
                InstantSource.system(),
                scheduler,
                credentials -> CompletableFuture.completedFuture("key"),
                JavaWebSocketTransport::open,
                new Random(1)),
            handOff);
    session.start();
  }

  @AfterEach
  void stop() throws Exception {
    session.close();
    scheduler.close();
    server.stop(1000);
  }

  private static void await(String what, BooleanSupplier condition) {
    Eventually.await(what, Duration.ofSeconds(20), condition);
  }

  private long count(FeedEvent.Kind kind) {
    return messages.stream()
        .filter(message -> message instanceof FeedEvent event && event.kind() == kind)
        .count();
  }

  @Test
  void everyFrameComesInOrderThroughASmallHandOffAndBeforeItsDisconnection() {
    int largest = 0;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (count(FeedEvent.Kind.DISCONNECTED) < 3) {
      assertThat(System.nanoTime()).as("deadline, had %s", messages).isLessThan(deadline);
      largest = Math.max(largest, handOff.size());
      handOff.drainTo(messages, 3);
    }

    long connection = 0;
    long next = 0;
    for (FeedMessage message : messages) {
      if (message instanceof FeedMessage.Frame frame) {
        assertThat(frame.frame().receipt().connection()).isEqualTo(connection);
        assertThat(frame.frame().receipt().sequence()).isEqualTo(next);
        assertThat(frame.frame().text()).isEqualTo("0|H0ZFCNT0|" + next++);
      } else if (message instanceof FeedEvent event) {
        switch (event.kind()) {
          case CONNECTED -> {
            connection++;
            next = 0;
          }
          case DISCONNECTED -> assertThat(next).as("frames of %s", connection).isEqualTo(FRAMES);
          default -> assertThat(event.kind()).isNotEqualTo(FeedEvent.Kind.STALLED);
        }
      }
    }
    // the frame in the read thread's hand, and what one connection can say
    assertThat(largest).isLessThanOrEqualTo(CAPACITY + 1 + 6);
    assertThat(session.statistics().reconnects()).isGreaterThanOrEqualTo(2);
    assertThat(session.fatalFailure()).isNull();
  }

  @Test
  void closingReleasesAReadThreadThatWaitsForTheConsumer() {
    await("full", () -> handOff.size() > CAPACITY);
    assertThat(handOff.fullTimeMillis()).isNotNegative();
    session.close();
    scheduler.close();

    await(
        "threads end",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(
                    thread ->
                        thread.getName().startsWith("WebSocketConnectReadThread")
                            || thread.getName().startsWith("WebSocketWriteThread")
                            || thread.getName().equals("session-under-test")));
    assertThat(session.state()).isEqualTo(SessionState.CLOSED);
  }

  /** Registers whatever is asked; after the second registration sends the frames and closes. */
  private static final class Server extends WebSocketServer {
    final CountDownLatch started = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();

    Server() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      setDaemon(true);
      setConnectionLostTimeout(0);
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onOpen(WebSocket peer, ClientHandshake handshake) {
      requests.set(0);
    }

    @Override
    public void onMessage(WebSocket peer, String text) {
      String contract = SessionFixture.contractOf(text);
      peer.send(SessionFixture.reply(contract, "0", "OPSP0000", "SUBSCRIBE SUCCESS"));
      if (requests.incrementAndGet() == 2) {
        for (int i = 0; i < FRAMES; i++) {
          peer.send("0|H0ZFCNT0|" + i);
        }
        peer.close(1001, "restart");
      }
    }

    @Override
    public void onClose(WebSocket peer, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket peer, Exception e) {}
  }
}
