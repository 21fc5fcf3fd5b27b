package io.github.kisfutures.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.analytics.bars.WindowSizes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveStatusTest {
  private static final Summary NOTHING = new Summary(Map.of(), Duration.ZERO);

  private Instant now = Instant.parse("2026-07-10T00:16:39Z");
  private final LiveStatus status =
      new LiveStatus(
          () -> now, WindowSizes.of(List.of(Duration.ofMinutes(5), Duration.ofMinutes(1))));

  @Test
  void saysThatItIsStartingWhileThereIsNoSession() {
    assertThat(status.text(new FeedStatus(0, 0, 0, Long.MAX_VALUE, 0, 0), NOTHING))
        .isEqualTo("09:16:39  starting");
  }

  @Test
  void tellsWhatHasComeAndWhatIsAwaited() {
    status.text(new FeedStatus(2, 2, 100, 0, 10, 10), NOTHING);
    now = now.plusMillis(2000);
    Map<String, Object> totals =
        Map.of(
            "gaps", 3L,
            "missedVolume", 5_600L,
            "lateJoins", 2L,
            "lateJoinedVolume", 5_558L,
            "rejected", 1L);

    assertThat(
            status.text(
                new FeedStatus(2, 1, 196, 340, 10, 3), new Summary(totals, Duration.ofSeconds(3))))
        .isEqualTo(
            "09:16:41  1/2 sessions up  next bar 09:17:00  48 frames/s  last frame 0.3 s ago"
                + "  missed 42  rejected 1  joined late 2  10 contracts (3 without a trade yet)");
  }

  @Test
  void aRestartedTaskCountsAnewAndIsNoNegativeRate() {
    status.text(new FeedStatus(1, 1, 1_000, 0, 1, 0), NOTHING);
    now = now.plusSeconds(1);

    assertThat(status.text(new FeedStatus(1, 1, 10, 0, 1, 0), NOTHING)).contains("  0 frames/s");
  }
}
