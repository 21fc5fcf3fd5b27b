package io.github.kisfutures.feed.faults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** KIS unregisters the contract, and nobody has asked for that. */
@Timeout(60)
class UnaskedUnsubscribeITCase {
  private static final String UNSUBSCRIBED = "UNSUBSCRIBED 111V06 OPSP0001";

  @Test
  void theContractFlowsAgain() throws Exception {
    try (SocketRun run = new SocketRun("- on: frame 2", "  what: unsubscribe")) {
      run.awaitSubscribed();
      run.trade();
      run.advanceSeconds(1)
          .awaitStory("CONNECTED", SocketRun.SUBSCRIBED, run.made(1), UNSUBSCRIBED);
      run.advanceSeconds(6)
          .awaitStory(
              "CONNECTED", SocketRun.SUBSCRIBED, run.made(1), UNSUBSCRIBED, SocketRun.SUBSCRIBED);
      run.trade();
      String last = run.made(run.server.tradesMade().size());
      run.await("the trade after it", () -> run.frames().contains(last));
    }
  }
}
