package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ApprovalITCase {
  private static KisSimulator simulator;

  @BeforeAll
  static void start() {
    SimulatorSettings settings =
        SimulatorSettings.defaults().withAccounts(List.of(new SimulatedAccount("key", "secret")));
    simulator = KisSimulator.withoutMarket(settings).start();
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void everyCallGivesANewKey() throws Exception {
    int before = simulator.approvalsGiven();

    String first = TestClient.approval(simulator, new SimulatedAccount("key", "secret"));
    String second = TestClient.approval(simulator, new SimulatedAccount("key", "secret"));

    assertThat(UUID.fromString(first)).isNotEqualTo(UUID.fromString(second));
    assertThat(simulator.approvalsGiven()).isEqualTo(before + 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403|EGW00103|{'grant_type':'client_credentials','appkey':'other','secretkey':'secret'}",
        "403|EGW00105|{'grant_type':'client_credentials','appkey':'key','secretkey':'other'}",
        "400|EGW00104|{'grant_type':'client_credentials','appkey':'key','appsecret':'secret'}",
        "400|EGW00102|{'grant_type':'client_credentials','secretkey':'secret'}",
        "400|EGW00101|{'appkey':'key','secretkey':'secret'}",
        "400|EGW00101|not JSON",
        "400|EGW00101|[]",
      })
  void refusals(int status, String code, String body) throws Exception {
    HttpResponse<String> response = TestClient.requestApproval(simulator, body.replace('\'', '"'));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains("\"error_code\":\"" + code + "\"");
  }

  @Test
  void withoutAccountsAnyAppKeyIsAccepted() throws Exception {
    SimulatorSettings open = SimulatorSettings.defaults().withAccounts(List.of());
    try (KisSimulator other = KisSimulator.withoutMarket(open).start()) {
      assertThat(TestClient.approval(other, new SimulatedAccount("any", "thing"))).hasSize(36);
    }
  }
}
