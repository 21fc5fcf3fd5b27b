package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A frame that is not UTF-8. */
@Timeout(60)
class InvalidUtf8FrameITCase {
  @Test
  void itEndsTheConnectionAndTheNextOneFlows() throws Exception {
    try (SocketRun run = new SocketRun("- on: frame 2", "  what: invalid-utf8")) {
      run.awaitSubscribed();
      run.trade();
      run.advanceSeconds(1)
          .awaitStory("CONNECTED", SocketRun.SUBSCRIBED, run.made(1), "DISCONNECTED 1007");
      run.advanceSeconds(5).await("live again", () -> run.story().contains("RESUMED"));
      run.trade();
      assertThat(run.frames()).last().isEqualTo(run.made(run.server.tradesMade().size()));
    }
  }
}
