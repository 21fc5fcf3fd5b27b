package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The handshake takes longer than a session waits. */
@Timeout(60)
class SlowAcceptBeyondTheLimitITCase {
  @Test
  void theNextConnectionFlows() throws Exception {
    try (SocketRun run = new SocketRun("- on: handshake", "  what: slow-accept", "  delay: 60 s")) {
      run.await("the handshake", () -> run.server.openConnections() == 1);
      run.advanceSeconds(20).awaitStory("DISCONNECTED");
      run.advanceSeconds(5).await("live again", () -> run.story().contains("RESUMED"));
      run.trade();
      assertThat(run.frames()).last().isEqualTo(run.made(run.server.tradesMade().size()));
    }
  }
}
