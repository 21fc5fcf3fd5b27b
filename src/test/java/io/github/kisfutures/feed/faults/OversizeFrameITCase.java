package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A frame of more than 16 MiB. */
@Timeout(60)
class OversizeFrameITCase {
  @Test
  void itEndsTheConnectionAndTheNextOneFlows() throws Exception {
    try (SocketRun run = new SocketRun("- on: frame 2", "  what: oversize")) {
      run.awaitSubscribed();
      run.trade();
      run.advanceSeconds(1)
          .awaitStory("CONNECTED", SocketRun.SUBSCRIBED, run.made(1), "DISCONNECTED 1009");
      run.advanceSeconds(5).await("live again", () -> run.story().contains("RESUMED"));
      run.trade();
      assertThat(run.frames()).last().isEqualTo(run.made(run.server.tradesMade().size()));
    }
  }
}
