package io.github.kisfutures.analytics.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowSizesTest {
  private static void assertRefused(String reason, Duration... windows) {
    assertThatThrownBy(() -> WindowSizes.of(List.of(windows)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("analytics.windows ")
        .hasMessageContaining(reason);
  }

  @Test
  void takesWholeSecondsUpToADay() {
    WindowSizes sizes =
        WindowSizes.of(List.of(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofDays(1)));

    assertThat(sizes.count()).isEqualTo(3);
    assertThat(sizes.millis(1)).isEqualTo(300_000);
    assertThat(sizes).hasToString("1 s, 5 min, 1 d");
  }

  @Test
  void refusesOthers() {
    assertRefused("is empty");
    assertRefused("of 0 ms", Duration.ZERO);
    assertRefused("of PT-1S", Duration.ofSeconds(-1));
    assertRefused("of 86401 s", Duration.ofDays(1).plusSeconds(1));
    assertRefused("of 1500 ms, which is not a whole number", Duration.ofMillis(1500));
    assertRefused("twice", Duration.ofSeconds(60), Duration.ofMinutes(1));
  }

  @Test
  void theNextEndIsThatOfTheSmallestWindowCountedFromMidnightInKorea() {
    WindowSizes sizes = WindowSizes.of(List.of(Duration.ofMinutes(7), Duration.ofMinutes(5)));

    assertThat(sizes.nextEnd(Instant.parse("2026-07-10T00:16:39Z").toEpochMilli()))
        .as("09:20:00; windows of seven minutes count from 00:00 KST to 09:20")
        .isEqualTo(Instant.parse("2026-07-10T00:20:00Z").toEpochMilli());
  }
}
