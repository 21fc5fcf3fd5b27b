package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The answer to the handshake is no WebSocket's. */
@Timeout(60)
class WrongHandshakeAnswerITCase {
  @Test
  void theNextConnectionFlows() throws Exception {
    try (SocketRun run = new SocketRun("- on: handshake", "  what: wrong-handshake")) {
      run.awaitStory("DISCONNECTED 1002");
      run.advanceSeconds(5).await("live again", () -> run.story().contains("RESUMED"));
      run.trade();
      assertThat(run.frames()).last().isEqualTo(run.made(run.server.tradesMade().size()));
    }
  }
}
