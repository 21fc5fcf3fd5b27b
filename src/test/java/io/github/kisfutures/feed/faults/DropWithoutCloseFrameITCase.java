package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** TCP ends without a close frame. */
@Timeout(60)
class DropWithoutCloseFrameITCase {
  @Test
  void theNextConnectionFlows() throws Exception {
    try (SocketRun run = new SocketRun("- on: frame 2", "  what: drop")) {
      run.awaitSubscribed();
      run.trade();
      run.advanceSeconds(1)
          .awaitStory("CONNECTED", SocketRun.SUBSCRIBED, run.made(1), "DISCONNECTED 1006");
      run.advanceSeconds(5).await("live again", () -> run.story().contains("RESUMED"));
      run.trade();
      assertThat(run.frames()).last().isEqualTo(run.made(run.server.tradesMade().size()));
    }
  }
}
