package io.github.kisfutures.feed.faults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Frames come in WebSocket fragments. */
@Timeout(60)
class FragmentedFrameITCase {
  @Test
  void theyArriveWhole() throws Exception {
    try (SocketRun run =
        new SocketRun("- on: frame", "  what: fragment", "  parts: 7", "  count: 2")) {
      run.awaitSubscribed();
      run.trade().trade().trade();
      run.awaitStory("CONNECTED", SocketRun.SUBSCRIBED, run.made(1), run.made(2), run.made(3));
    }
  }
}
