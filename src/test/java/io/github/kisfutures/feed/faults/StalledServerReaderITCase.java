package io.github.kisfutures.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.simulator.FaultEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server stops reading, in the middle of an idle stream. */
@Timeout(60)
class StalledServerReaderITCase {
  @Test
  void anUnreadAnswerToItsPingPongMakesItCutTheConnection() {
    // without frames there are PINGPONGs; the first is answered, the second's answer is not read
    try (SocketRun run =
        new SocketRun(
            "- at: 0 s",
            "  what: lose",
            "  for: 1 h",
            "- at: 15 s",
            "  what: stall",
            "  for: 1 h")) {
      run.awaitSubscribed();
      run.advanceSeconds(11).await("PINGPONG", () -> run.plan.count(FaultEvent.ECHO) == 1);
      run.advanceSeconds(10)
          .await("PINGPONG", () -> run.session.statistics().controlMessages() == 3);
      run.advanceSeconds(10).await("the cut", () -> run.story().size() > 2);

      assertThat(run.lastEvent(FeedEvent.Kind.DISCONNECTED).code()).isEqualTo("1006");
      run.advanceSeconds(5).await("live again", () -> run.story().contains("RESUMED"));
    }
  }

  @Test
  void whatWasSentMeanwhileIsReadWhenItReadsAgain() {
    try (SocketRun run =
        new SocketRun(
            "- at: 0 s",
            "  what: lose",
            "  for: 1 h",
            "- at: 15 s",
            "  what: stall",
            "  for: 10 s")) {
      run.awaitSubscribed();
      run.advanceSeconds(11).await("PINGPONG", () -> run.plan.count(FaultEvent.ECHO) == 1);
      run.advanceSeconds(10)
          .await("PINGPONG", () -> run.session.statistics().controlMessages() == 3);
      run.advanceSeconds(5).await("the answer is read", () -> run.plan.count(FaultEvent.ECHO) == 2);
      run.advanceSeconds(10)
          .await("PINGPONG", () -> run.session.statistics().controlMessages() == 4);

      assertThat(run.story()).containsExactly("CONNECTED", SocketRun.SUBSCRIBED);
    }
  }
}
