package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SimulatorStartITCase {
  private static final SimulatorSettings SETTINGS = SimulatorSettings.defaults();

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> KisSimulator.withoutMarket(SETTINGS.withPorts(port, 0)).start())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage(
              "cannot listen on loopback port %s for WebSocket clients; choose another WebSocket"
                  + " port",
              port);
      assertThatThrownBy(() -> KisSimulator.withoutMarket(SETTINGS.withPorts(0, port)).start())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage(
              "cannot listen on loopback port %s for approvals; choose another REST port", port);
    }
  }

  @Test
  void anAddressThatIsNotOursIsNamed() throws Exception {
    InetAddress documentation = InetAddress.getByName("192.0.2.1"); // RFC 5737: nobody has it

    assertThatThrownBy(
            () -> KisSimulator.withoutMarket(SETTINGS.withAddress(documentation)).start())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot listen on 192.0.2.1 port 0 for WebSocket clients");
  }

  @Test
  void listensWhereItIsTold() throws Exception {
    SimulatorSettings everywhere = SETTINGS.withAddress(InetAddress.getByName("0.0.0.0"));
    try (KisSimulator simulator = KisSimulator.withoutMarket(everywhere).start()) {
      assertThat(simulator.webSocketUri().getHost()).isEqualTo("0.0.0.0");
      assertThat(simulator.restUri().getHost()).isEqualTo("0.0.0.0");
      TestClient client = TestClient.connect(simulator);
      client.subscribed(TestClient.approval(simulator), "111V06");
      assertThat(simulator.openConnections()).isEqualTo(1);
    }
  }

  @Test
  void aPortCanBeUsedAgainAtOnce() throws Exception {
    SimulatorSettings fixed;
    try (KisSimulator first = KisSimulator.withoutMarket(SETTINGS).start()) {
      fixed = SETTINGS.withPorts(first.webSocketUri().getPort(), first.restUri().getPort());
      TestClient.connect(first);
    }
    try (KisSimulator second = KisSimulator.withoutMarket(fixed).start()) {
      TestClient client = TestClient.connect(second);
      client.subscribed(TestClient.approval(second), "111V06");
      assertThat(second.webSocketUri().getPort()).isEqualTo(fixed.webSocketPort());
    }
  }

  @Test
  void closingEndsTheConnectionsAndCanBeRepeated() throws Exception {
    KisSimulator simulator =
        KisSimulator.withMarket(SETTINGS, MarketSettings.ofDefaultContracts(20, 1)).start();
    TestClient client = TestClient.connect(simulator);

    simulator.close();
    simulator.close();

    assertThat(client.closeCode()).isEqualTo(1001);
    assertThat(TestClient.isRefused(simulator.webSocketUri())).isTrue();
  }

  @Test
  void aSimulatorStartsOnce() {
    try (KisSimulator simulator = KisSimulator.withoutMarket(SETTINGS)) {
      assertThatThrownBy(simulator::restUri).isInstanceOf(IllegalStateException.class);
      simulator.start();
      assertThatThrownBy(simulator::start).isInstanceOf(IllegalStateException.class);
    }
  }
}
