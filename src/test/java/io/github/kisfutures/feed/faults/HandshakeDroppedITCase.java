package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.feed.FeedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The connection ends in the handshake. */
@Timeout(60)
class HandshakeDroppedITCase {
  @Test
  void theNextConnectionFlows() throws Exception {
    try (SocketRun run = new SocketRun("- on: handshake", "  what: drop-handshake")) {
      run.awaitStory("DISCONNECTED");
      assertThat(run.lastEvent(FeedEvent.Kind.DISCONNECTED).detail())
          .startsWith("the connection could not be made");
      run.advanceSeconds(5).await("live again", () -> run.story().contains("RESUMED"));
      run.trade();
      assertThat(run.frames()).last().isEqualTo(run.made(run.server.tradesMade().size()));
    }
  }
}
