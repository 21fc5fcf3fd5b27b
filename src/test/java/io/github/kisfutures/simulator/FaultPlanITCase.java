package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultPlanITCase {
  private static final String FRAME = "0|H0ZFCNT0|001|nonsense";

  private final VirtualTime time = new VirtualTime();
  private final Script script = new Script();
  private KisSimulator simulator;

  private static final class Script implements FaultPlan {
    final Set<FaultWord> words = EnumSet.noneOf(FaultWord.class);

    @Override
    public synchronized List<Fault> on(Happening happening) {
      return words.stream()
          .filter(word -> word.strikesAt() == happening.event())
          .map(word -> new Fault(word, 0, null, Duration.ofMinutes(1), 0))
          .toList();
    }

    synchronized void set(FaultWord... now) {
      words.clear();
      words.addAll(List.of(now));
    }
  }

  @BeforeEach
  void start() {
    simulator =
        new KisSimulator(SimulatorSettings.defaults(), FrameSource.none(), script, time, time)
            .start();
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void approvalsCanBeRefused() throws Exception {
    script.set(FaultWord.APPROVAL_ERROR);

    HttpResponse<String> response =
        TestClient.requestApproval(
            simulator,
            "{\"grant_type\":\"client_credentials\",\"appkey\":\""
                + SimulatorSettings.DEFAULT_ACCOUNT.appKey()
                + "\",\"secretkey\":\""
                + SimulatorSettings.DEFAULT_ACCOUNT.appSecret()
                + "\"}");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains("EGW00201");
  }

  @Test
  void handshakesCanBeRefused() throws Exception {
    for (FaultWord word :
        List.of(FaultWord.REFUSE, FaultWord.DROP_HANDSHAKE, FaultWord.WRONG_HANDSHAKE)) {
      script.set(word);

      assertThat(TestClient.isRefused(simulator.webSocketUri())).as(word.word()).isTrue();
    }
    assertThat(simulator.openConnections()).isZero();
  }

  @Test
  void anAckCanBeLostOrAnError() throws Exception {
    String approval = TestClient.approval(simulator);
    TestClient client = TestClient.connect(simulator);
    script.set(FaultWord.ERROR);
    client.subscribe(approval, "111V06");
    assertThat(client.replyCode()).isEqualTo("OPSP0007");

    script.set(FaultWord.WITHHOLD_ACK);
    client.subscribe(approval, "111V06");
    // in the order of the line: that the malformed text is answered shows that the request was read
    client.send("{");
    assertThat(client.replyCode()).isEqualTo("OPSP9999");
    assertThat(simulator.pushFrame(FRAME)).isEqualTo(1);
  }

  @Test
  void framesCanBeLostOrAltered() throws Exception {
    TestClient client = TestClient.connect(simulator);
    client.subscribed(TestClient.approval(simulator), "111V06");
    script.set(FaultWord.LOSE);
    assertThat(simulator.pushFrame(FRAME)).isZero();

    script.set(FaultWord.FRAGMENT);
    assertThat(simulator.pushFrame(FRAME)).isEqualTo(1);
    assertThat(client.next(text -> true)).isEqualTo(FRAME);

    script.set(FaultWord.TRUNCATE);
    String half = FRAME.substring(0, FRAME.length() / 2);
    assertThat(simulator.pushFrame(FRAME)).isEqualTo(1);
    assertThat(client.next(text -> true)).isEqualTo(half);
    assertThat(simulator.sentFrames()).extracting(SentFrame::text).containsExactly(FRAME, half);
  }

  @Test
  void probesCanBeLostAndSlotsHeldLonger() throws Exception {
    String approval = TestClient.approval(simulator);
    TestClient client = TestClient.connect(simulator);
    client.subscribed(approval, "111V06");
    script.set(FaultWord.WITHHOLD_PINGPONG);
    time.pass(Duration.ofSeconds(10));
    script.set(FaultWord.HOLD_SLOT);
    time.pass(Duration.ofSeconds(10));
    assertThat(client.reply().path("header").path("datetime").asText()).isEqualTo("20260710091659");

    simulator.dropConnections();
    time.pass(Duration.ofSeconds(59));

    TestClient second = TestClient.connect(simulator);
    second.subscribe(approval, "111V06");
    assertThat(second.replyCode()).isEqualTo("OPSP8996");
  }
}
