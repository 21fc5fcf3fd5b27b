package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The connection stays, but nothing comes any more, not even an answer to a close frame. */
@Timeout(60)
class HalfOpenSilenceITCase {
  @Test
  void theIdleTimeoutEndsItAndTheNextOneFlows() throws Exception {
    try (SocketRun run = new SocketRun("- on: frame 2", "  what: half-open")) {
      run.awaitSubscribed();
      run.trade();
      run.advanceSeconds(89);
      assertThat(run.story()).doesNotContain("STALLED");
      run.advanceSeconds(1)
          .awaitStory("CONNECTED", SocketRun.SUBSCRIBED, run.made(1), "STALLED", "DISCONNECTED");
      run.advanceSeconds(5).await("live again", () -> run.story().contains("RESUMED"));
      run.trade();
      assertThat(run.frames()).last().isEqualTo(run.made(run.server.tradesMade().size()));
    }
  }
}
