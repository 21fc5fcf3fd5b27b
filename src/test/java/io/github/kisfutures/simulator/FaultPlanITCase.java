package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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
    final Map<Point, Verdict> verdicts = new EnumMap<>(Point.class);
    final AtomicReference<UnaryOperator<String>> change =
        new AtomicReference<>(UnaryOperator.identity());

    @Override
    public synchronized Verdict at(Point point, int connection, @Nullable String contract) {
      return verdicts.getOrDefault(point, Verdict.PROCEED);
    }

    @Override
    public String alter(String frame) {
      return change.get().apply(frame);
    }

    @Override
    public Duration slotHold(Duration configured) {
      return Duration.ofMinutes(1);
    }

    synchronized void set(Point point, Verdict verdict) {
      verdicts.put(point, verdict);
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
    script.set(FaultPlan.Point.APPROVAL, FaultPlan.Verdict.REFUSE);

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
    script.set(FaultPlan.Point.HANDSHAKE, FaultPlan.Verdict.CUT);

    assertThat(TestClient.isRefused(simulator.webSocketUri())).isTrue();
  }

  @Test
  void anAckCanBeLostRefusedOrCut() throws Exception {
    String approval = TestClient.approval(simulator);
    TestClient client = TestClient.connect(simulator);
    script.set(FaultPlan.Point.ACK, FaultPlan.Verdict.REFUSE);
    client.subscribe(approval, "111V06");
    assertThat(client.replyCode()).isEqualTo("OPSP0007");

    script.set(FaultPlan.Point.ACK, FaultPlan.Verdict.WITHHOLD);
    client.subscribe(approval, "111V06");
    // in the order of the line: that the malformed text is answered shows that the request was read
    client.send("{");
    assertThat(client.replyCode()).isEqualTo("OPSP9999");
    assertThat(simulator.pushFrame(FRAME)).isEqualTo(1);

    script.set(FaultPlan.Point.ACK, FaultPlan.Verdict.CUT);
    client.subscribe(approval, "A50607");
    assertThat(client.closeCode()).isEqualTo(1006);
  }

  @Test
  void framesCanBeLostAlteredOrCut() throws Exception {
    TestClient client = TestClient.connect(simulator);
    client.subscribed(TestClient.approval(simulator), "111V06");
    script.set(FaultPlan.Point.DATA, FaultPlan.Verdict.WITHHOLD);
    assertThat(simulator.pushFrame(FRAME)).isZero();

    script.set(FaultPlan.Point.DATA, FaultPlan.Verdict.PROCEED);
    script.change.set(frame -> frame + "!");
    assertThat(simulator.pushFrame(FRAME)).isEqualTo(1);
    assertThat(client.next(text -> true)).isEqualTo(FRAME + "!");
    assertThat(simulator.sentFrames()).extracting(SentFrame::text).containsExactly(FRAME + "!");

    script.set(FaultPlan.Point.DATA, FaultPlan.Verdict.CUT);
    assertThat(simulator.pushFrame(FRAME)).isZero();
    assertThat(client.closeCode()).isEqualTo(1006);
  }

  @Test
  void probesCanBeLostAndSlotsHeldLonger() throws Exception {
    String approval = TestClient.approval(simulator);
    TestClient client = TestClient.connect(simulator);
    client.subscribed(approval, "111V06");
    script.set(FaultPlan.Point.PINGPONG, FaultPlan.Verdict.WITHHOLD);
    time.pass(Duration.ofSeconds(10));
    script.set(FaultPlan.Point.PINGPONG, FaultPlan.Verdict.PROCEED);
    time.pass(Duration.ofSeconds(10));
    assertThat(client.reply().path("header").path("datetime").asText()).isEqualTo("20260710091659");

    simulator.dropConnections();
    time.pass(Duration.ofSeconds(59));

    TestClient second = TestClient.connect(simulator);
    second.subscribe(approval, "111V06");
    assertThat(second.replyCode()).isEqualTo("OPSP8996");
  }
}
