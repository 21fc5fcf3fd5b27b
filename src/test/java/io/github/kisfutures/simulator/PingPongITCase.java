package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.java_websocket.framing.PongFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PingPongITCase {
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final Duration DEADLINE = Duration.ofSeconds(7);

  private final VirtualTime time = new VirtualTime();
  private KisSimulator simulator;
  private TestClient client;
  private String approval;

  @BeforeEach
  void start() throws Exception {
    simulator =
        time.simulator(
                SimulatorSettings.defaults().withPingPong(INTERVAL, DEADLINE), FrameSource.none())
            .start();
    approval = TestClient.approval(simulator);
    client = TestClient.connect(simulator);
    client.subscribed(approval, "111V06");
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void anIdleStreamIsProbedWithTheKoreanTime() throws Exception {
    time.pass(INTERVAL.minusMillis(1));
    assertThat(client.heardNothing()).isTrue();

    time.pass(Duration.ofMillis(1));

    assertThat(client.reply())
        .hasToString("{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20260710091649\"}}");
  }

  @Test
  void anEchoKeepsTheConnection() throws Exception {
    for (int i = 0; i < 5; i++) {
      time.pass(INTERVAL);
      client.send(client.next(text -> text.contains("PINGPONG")));
      // the answer to this request comes after the echo was read
      client.subscribe(approval, "111V06");
      assertThat(client.replyCode()).isEqualTo("OPSP0002");
    }
    assertThat(client.isOpen()).isTrue();
    assertThat(simulator.connectionsAccepted()).isEqualTo(1);
  }

  @Test
  void aWebSocketPongIsTakenForAnEcho() throws Exception {
    time.pass(INTERVAL);
    client.next(text -> text.contains("PINGPONG"));
    client.sendFrame(new PongFrame());
    client.subscribe(approval, "111V06");
    assertThat(client.replyCode()).isEqualTo("OPSP0002");

    time.pass(DEADLINE);

    assertThat(simulator.openConnections()).isEqualTo(1);
  }

  @Test
  void aMissingEchoEndsTheConnection() throws Exception {
    time.pass(INTERVAL);
    time.pass(DEADLINE.minusMillis(1));
    assertThat(simulator.openConnections()).isEqualTo(1);

    time.pass(Duration.ofMillis(1));

    assertThat(client.closeCode()).isEqualTo(1006);
    assertThat(simulator.openConnections()).isZero();
  }

  @Test
  void anEchoThatDiffersIsMalformedAndDoesNotCount() throws Exception {
    time.pass(INTERVAL);
    client.next(text -> text.contains("PINGPONG"));

    client.send("{\"header\":{\"tr_id\":\"PINGPONG\",\"datetime\":\"20200101000000\"}}");

    assertThat(client.replyCode()).isEqualTo("OPSP8993");
    time.pass(DEADLINE);
    assertThat(client.closeCode()).isEqualTo(1006);
  }

  @Test
  void aBusyStreamIsNotProbed() throws Exception {
    for (int i = 0; i < 5; i++) {
      time.pass(INTERVAL.minusMillis(1));
      assertThat(simulator.pushFrame("0|H0ZFCNT0|001|nonsense")).isEqualTo(1);
      assertThat(client.next(text -> true)).isEqualTo("0|H0ZFCNT0|001|nonsense");
    }
  }
}
