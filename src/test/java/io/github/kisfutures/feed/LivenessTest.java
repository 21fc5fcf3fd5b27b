package io.github.kisfutures.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LivenessTest {
  private final Liveness liveness =
      new Liveness(Duration.ofSeconds(90), Duration.ofSeconds(10), 1_000);

  @Test
  void countsFromTheOpeningAtFirst() {
    assertThat(liveness.idleDeadline()).isEqualTo(91_000);
    assertThat(liveness.ackDeadline(3_000)).isEqualTo(13_000);
  }

  @Test
  void aFrameMovesTheIdleDeadlineOnly() {
    liveness.alive(50_000);

    assertThat(liveness.idleDeadline()).isEqualTo(140_000);
    assertThat(liveness.ackDeadline(3_000)).isEqualTo(13_000);
  }

  @Test
  void bothCountFromWhenReadingWentOn() {
    liveness.readingAgain(50_000);

    assertThat(liveness.idleDeadline()).isEqualTo(140_000);
    assertThat(liveness.ackDeadline(3_000)).isEqualTo(60_000);
    assertThat(liveness.ackDeadline(55_000)).isEqualTo(65_000);
  }
}
