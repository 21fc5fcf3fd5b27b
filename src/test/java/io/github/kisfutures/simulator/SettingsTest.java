package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final SimulatorSettings SETTINGS = SimulatorSettings.defaults();
  private static final InetAddress EVERYWHERE = new InetSocketAddress(0).getAddress();

  @Test
  void secretsAreNotPrinted() {
    assertThat(SETTINGS.toString())
        .doesNotContain(SimulatorSettings.DEFAULT_ACCOUNT.appKey())
        .doesNotContain(SimulatorSettings.DEFAULT_ACCOUNT.appSecret());
  }

  @Test
  void nobodyElseIsLetIn() {
    assertThat(SETTINGS.address().isLoopbackAddress()).isTrue();
  }

  @Test
  void everyChangeChangesOneThing() {
    SimulatorSettings changed =
        SETTINGS
            .withAddress(EVERYWHERE)
            .withPorts(1, 2)
            .withAccounts(List.of())
            .withMaxRegistrations(3)
            .withSlotHold(Duration.ofSeconds(4))
            .withPingPong(Duration.ofSeconds(5), Duration.ofSeconds(6))
            .withApprovalLifetime(Duration.ofSeconds(7))
            .withListedContracts(Set.of("111V06"))
            .withRetention(false);

    assertThat(changed)
        .isEqualTo(
            new SimulatorSettings(
                EVERYWHERE,
                1,
                2,
                List.of(),
                3,
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(6),
                Duration.ofSeconds(7),
                Set.of("111V06"),
                false));
  }

  @Test
  void whatIsOutOfRangeIsNamed() {
    assertThatThrownBy(() -> SETTINGS.withPorts(0, 70_000)).hasMessageContaining("70000");
    assertThatThrownBy(() -> SETTINGS.withMaxRegistrations(0)).hasMessageContaining("0");
    assertThatThrownBy(() -> SETTINGS.withPingPong(Duration.ZERO, Duration.ofSeconds(1)))
        .hasMessageContaining("PINGPONG interval");
    assertThatThrownBy(() -> SETTINGS.withSlotHold(Duration.ofSeconds(-1)))
        .hasMessageContaining("PT-1S");
    assertThatThrownBy(() -> new MarketSettings(List.of(), 1, 1)).hasMessageContaining("contract");
    assertThatThrownBy(() -> new MarketSettings(List.of("111V06", "111V06"), 1, 1))
        .hasMessageContaining("once");
    assertThatThrownBy(() -> new MarketSettings(List.of("111v06"), 1, 1))
        .hasMessageContaining("111v06");
    assertThatThrownBy(() -> MarketSettings.ofDefaultContracts(0, 1)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> MarketSettings.ofDefaultContracts(Double.NaN, 1))
        .hasMessageContaining("NaN");
  }
}
