package io.github.kisfutures.analytics.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.Receipt;
import org.junit.jupiter.api.Test;

class SessionConnectionsTest {
  private final SessionConnections connections = new SessionConnections();

  private GapCause observe(String session, int restarts, int attempt) {
    return connections.observe(new Receipt(0, session, Receipt.connection(restarts, attempt), 0));
  }

  @Test
  void sameConnectionExplainsNothing() {
    assertThat(observe("a", 0, 1)).isEqualTo(GapCause.UNKNOWN);
    assertThat(observe("a", 0, 1)).isEqualTo(GapCause.UNKNOWN);
  }

  @Test
  void nextConnectionIsReconnectOnce() {
    observe("a", 0, 1);

    assertThat(observe("a", 0, 2)).isEqualTo(GapCause.RECONNECT);
    assertThat(observe("a", 0, 2)).isEqualTo(GapCause.UNKNOWN);
  }

  @Test
  void connectionAfterRestartIsRestart() {
    observe("a", 0, 7);

    assertThat(observe("a", 1, 7)).isEqualTo(GapCause.RESTART);
    assertThat(observe("a", 1, 8)).isEqualTo(GapCause.RECONNECT);
  }

  @Test
  void aContractOnAnotherSessionAfterARestartIsRestart() {
    observe("a", 0, 7);

    assertThat(observe("b", 1, 1)).isEqualTo(GapCause.RESTART);
    assertThat(observe("b", 1, 1)).isEqualTo(GapCause.UNKNOWN);
    assertThat(observe("c", 1, 1)).as("b was here since").isEqualTo(GapCause.UNKNOWN);
  }

  @Test
  void theLatestIsTheSessionOfTheLastTrade() {
    assertThat(connections.latest()).isEmpty();
    observe("a", 0, 1);
    observe("b", 0, 1);
    observe("a", 0, 1);

    assertThat(connections.latest()).isEqualTo("a");
    assertThat(connections.copy().latest()).isEqualTo("a");
  }

  @Test
  void sessionsAreApart() {
    observe("a", 0, 1);

    assertThat(observe("b", 0, 5)).as("a session not seen before").isEqualTo(GapCause.UNKNOWN);
    assertThat(observe("b", 0, 6)).isEqualTo(GapCause.RECONNECT);
    assertThat(observe("a", 0, 1)).isEqualTo(GapCause.UNKNOWN);
    assertThat(connections.copy().count()).isEqualTo(2);
  }
}
