package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The job does not read for a while, and the market is in a rush. */
@Timeout(60)
class FullHandOffITCase {
  @Test
  void tcpPushesBackAndNothingIsLost() throws Exception {
    try (SocketRun run = new SocketRun(100, "")) {
      run.await(
          "subscribed",
          () ->
              !run.server.subscriptions().isEmpty()
                  && run.server.subscriptions().values().iterator().next().size() == 1);
      int frames = 20_000;
      String frame = "0|H0ZFCNT0|001|" + "9".repeat(1000);
      for (int i = 0; i < frames; i++) {
        assertThat(run.server.pushFrame(frame + i)).isEqualTo(1);
      }
      run.awaitFull();
      assertThat(run.handOff.size()).isLessThanOrEqualTo(102);
      run.await("all frames", () -> run.frames().size() == frames);
      for (int i = 0; i < frames; i++) {
        assertThat(run.frame(i)).isEqualTo(frame + i);
      }
      assertThat(run.story())
          .filteredOn(line -> !line.startsWith("0|"))
          .containsExactly("CONNECTED", SocketRun.SUBSCRIBED);
      assertThat(run.server.connectionsAccepted()).isEqualTo(1);
    }
  }
}
