package io.github.kisfutures.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private final Map<String, Object> totals = new HashMap<>();

  @Test
  void toJoinLateIsNoLoss() {
    totals.putAll(Map.of("gaps", 10L, "missedVolume", 5_558L));
    totals.putAll(Map.of("lateJoins", 10L, "lateJoinedVolume", 5_558L));

    assertThat(text())
        .contains(" 0 gaps, 0 missed contracts, ")
        .endsWith("; joined 10 contracts late (5,558 contracts traded before)");
  }

  @Test
  void lossesStandApartFromLateJoins() {
    totals.putAll(Map.of("gaps", 3L, "missedVolume", 110L));
    totals.putAll(Map.of("lateJoins", 2L, "lateJoinedVolume", 100L));

    assertThat(text()).contains(" 1 gaps, 10 missed contracts, ");
  }

  @Test
  void saysNothingOfLateJoinsWhereThereIsNone() {
    assertThat(text()).doesNotContain("joined");
  }

  private String text() {
    return new Summary(totals, Duration.ofMillis(1500)).text();
  }
}
