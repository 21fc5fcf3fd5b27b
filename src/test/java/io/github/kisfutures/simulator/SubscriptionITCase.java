package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kisfutures.wire.SubscriptionRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SubscriptionITCase {
  private static final SimulatedAccount SECOND = new SimulatedAccount("second", "secret");
  private static final SimulatorSettings SETTINGS =
      SimulatorSettings.defaults()
          .withAccounts(List.of(SimulatorSettings.DEFAULT_ACCOUNT, SECOND))
          .withPingPong(Duration.ofDays(2), Duration.ofDays(2))
          .withSlotHold(Duration.ofSeconds(30));
  private static final String APP_KEY = SimulatorSettings.DEFAULT_ACCOUNT.appKey();

  private final VirtualTime time = new VirtualTime();
  private KisSimulator simulator;
  private String approval;

  @BeforeEach
  void start() throws Exception {
    simulator = time.simulator(SETTINGS, FrameSource.none()).start();
    approval = TestClient.approval(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void aRegistrationIsAcknowledgedAsKisDoes() throws Exception {
    TestClient client = TestClient.connect(simulator);

    client.subscribe(approval, "111V06");

    assertThat(client.reply())
        .hasToString(
            "{\"header\":{\"tr_id\":\"H0ZFCNT0\",\"tr_key\":\"111V06\",\"encrypt\":\"N\"},"
                + "\"body\":{\"rt_cd\":\"0\",\"msg_cd\":\"OPSP0000\","
                + "\"msg1\":\"SUBSCRIBE SUCCESS\",\"output\":{\"iv\":\"0123456789abcdef\","
                + "\"key\":\"abcdefghijklmnopabcdefghijklmnop\"}}}");
    assertThat(simulator.subscriptions()).isEqualTo(Map.of(APP_KEY, Set.of("111V06")));
  }

  @Test
  void registeringTwiceAndUnregistering() throws Exception {
    TestClient client = TestClient.connect(simulator);
    client.subscribed(approval, "111V06");

    client.subscribe(approval, "111V06");
    assertThat(client.replyCode()).isEqualTo("OPSP0002");
    client.unsubscribe(approval, "111V06");
    assertThat(client.replyCode()).isEqualTo("OPSP0001");
    client.unsubscribe(approval, "111V06");
    assertThat(client.reply())
        .hasToString(
            "{\"body\":{\"rt_cd\":\"1\",\"msg_cd\":\"OPSP0003\","
                + "\"msg1\":\"UNSUBSCRIBE ERROR(not found!)\"}}");
    assertThat(simulator.subscriptions()).isEqualTo(Map.of(APP_KEY, Set.of()));
  }

  @Test
  void theFortySecondContractIsRefusedAndTheRestStays() throws Exception {
    TestClient client = TestClient.connect(simulator);
    for (int i = 0; i < 41; i++) {
      client.subscribed(approval, String.format("A%05d", i));
    }

    client.subscribe(approval, "A50607");

    assertThat(client.replyCode()).isEqualTo("OPSP0008");
    assertThat(simulator.subscriptions().get(APP_KEY)).hasSize(41).doesNotContain("A50607");
    client.unsubscribe(approval, "A00000");
    assertThat(client.replyCode()).isEqualTo("OPSP0001");
    client.subscribed(approval, "A50607");
  }

  @Test
  void anUnknownApprovalKeyIsEchoedWithoutAHeader() throws Exception {
    TestClient client = TestClient.connect(simulator);

    client.subscribe("062f61cb-c756-4b8f-9fab-92113c6fbea4", "111V06");

    assertThat(client.reply())
        .hasToString(
            "{\"body\":{\"rt_cd\":\"1\",\"msg_cd\":\"OPSP0011\","
                + "\"msg1\":\"invalid approval : 062f61cb-c756-4b8f-9fab-92113c6fbea4\"}}");
  }

  @Test
  void anApprovalKeyIsLookedAtOnlyWhenASessionRegisters() throws Exception {
    TestClient established = TestClient.connect(simulator);
    established.subscribed(approval, "111V06");
    String second = TestClient.approval(simulator, SECOND);

    time.pass(Duration.ofHours(25));

    established.subscribed(approval, "A50607");
    TestClient late = TestClient.connect(simulator);
    late.subscribe(second, "111V06");
    assertThat(late.replyCode()).isEqualTo("OPSP0011");
  }

  @Test
  void revokedKeysOpenNoSession() throws Exception {
    simulator.revokeApprovals();
    TestClient client = TestClient.connect(simulator);

    client.subscribe(approval, "111V06");

    assertThat(client.replyCode()).isEqualTo("OPSP0011");
  }

  @Test
  void theNewerSessionOfAnAppKeyIsRefusedAndDropped() throws Exception {
    TestClient first = TestClient.connect(simulator);
    first.subscribed(approval, "111V06");
    TestClient second = TestClient.connect(simulator);

    second.subscribe(TestClient.approval(simulator), "A50607");

    JsonNode reply = second.reply();
    assertThat(reply)
        .hasToString(
            "{\"header\":{\"tr_id\":\"(null)\",\"tr_key\":\"\",\"encrypt\":\"N\"},"
                + "\"body\":{\"rt_cd\":\"9\",\"msg_cd\":\"OPSP8996\","
                + "\"msg1\":\"ALREADY IN USE appkey\"}}");
    assertThat(second.closeCode()).isEqualTo(1006);
    first.subscribed(approval, "A50607");
    TestClient other = TestClient.connect(simulator);
    other.subscribed(TestClient.approval(simulator, SECOND), "111V06");
    assertThat(simulator.subscriptions()).containsOnlyKeys(APP_KEY, SECOND.appKey());
    assertThat(simulator.connectionsAccepted()).isEqualTo(3);
  }

  @Test
  void theSlotStaysHeldAfterADrop() throws Exception {
    TestClient first = TestClient.connect(simulator);
    first.subscribed(approval, "111V06");

    assertThat(simulator.dropConnections()).isEqualTo(1);

    assertThat(first.closeCode()).isEqualTo(1006);
    assertThat(simulator.openConnections()).isZero();
    time.pass(Duration.ofSeconds(29));
    TestClient early = TestClient.connect(simulator);
    early.subscribe(approval, "111V06");
    assertThat(early.replyCode()).isEqualTo("OPSP8996");
    assertThat(early.closeCode()).isEqualTo(1006);
    time.pass(Duration.ofSeconds(1));
    TestClient late = TestClient.connect(simulator);
    late.subscribed(approval, "111V06");
  }

  @ParameterizedTest
  @CsvSource({"H0STCNT0,111V06,OPSP8991", "H0ZFCNT0,111v06,OPSP8992", "H0ZFCNT0,'',OPSP8992"})
  void invalidTrAndContract(String trId, String trKey, String code) throws Exception {
    TestClient client = TestClient.connect(simulator);

    client.send(new SubscriptionRequest(approval, "P", true, trId, trKey).toJson());

    assertThat(client.replyCode()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OPSP9999|{",
        "OPSP9999|[1]",
        "OPSP9998|{'body':{}}",
        "OPSP9996|{'header':{'custtype':'P','tr_type':'1'}}",
        "OPSP9997|{'header':{'approval_key':'k','tr_type':'1'}}",
        "OPSP8998|{'header':{'approval_key':'k','custtype':'X','tr_type':'1'}}",
        "OPSP8997|{'header':{'approval_key':'k','custtype':'P','tr_type':'3'}}",
        "OPSP9992|{'header':{'approval_key':'k','custtype':'P','tr_type':'1'}}",
        "OPSP9991|{'header':{'approval_key':'k','custtype':'P','tr_type':'1'},'body':{}}",
        "OPSP9990|{'header':{'approval_key':'k','custtype':'P','tr_type':'1'},"
            + "'body':{'input':{'tr_id':'H0ZFCNT0'}}}",
      })
  void malformedRequests(String code, String text) throws Exception {
    TestClient client = TestClient.connect(simulator);

    client.send(text.replace('\'', '"'));

    JsonNode reply = client.reply();
    assertThat(reply.path("body").path("msg_cd").asText()).isEqualTo(code);
    assertThat(reply.path("body").path("rt_cd").asText()).isEqualTo("9");
  }

  @Test
  void contractsThatAreNotListedAreRefused() throws Exception {
    SimulatorSettings listed = SETTINGS.withListedContracts(Set.of("A50607"));
    try (KisSimulator other = KisSimulator.withoutMarket(listed).start()) {
      TestClient client = TestClient.connect(other);
      String key = TestClient.approval(other);
      client.subscribe(key, "111V06");
      assertThat(client.replyCode()).isEqualTo("OPSP8992");
      client.subscribed(key, "A50607");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/tryitout", "/tryitout/H0ZFCNT0"})
  void everyOfficialPathIsServed(String path) throws Exception {
    TestClient client = TestClient.connect(URI.create(simulator.webSocketUri() + path));

    client.subscribed(approval, "111V06");

    assertThat(simulator.openConnections()).isEqualTo(1);
  }

  @Test
  void otherPathsAreRefused() throws Exception {
    assertThat(TestClient.isRefused(URI.create(simulator.webSocketUri() + "/other"))).isTrue();
    assertThat(simulator.connectionsAccepted()).isZero();
  }
}
