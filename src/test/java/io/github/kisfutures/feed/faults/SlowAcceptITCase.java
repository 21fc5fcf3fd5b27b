package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The handshake takes long. */
@Timeout(60)
class SlowAcceptITCase {
  @Test
  void theSessionWaitsAndThenFlows() throws Exception {
    try (SocketRun run = new SocketRun("- on: handshake", "  what: slow-accept", "  delay: 15 s")) {
      run.await("the handshake", () -> run.server.openConnections() == 1);
      run.advanceSeconds(14);
      assertThat(run.story()).isEmpty();
      run.advanceSeconds(1).awaitSubscribed();
      run.trade();
      assertThat(run.server.connectionsAccepted()).isEqualTo(1);
    }
  }
}
