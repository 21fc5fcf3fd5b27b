package io.github.kisfutures.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LyingDayTest {
  private static final ReferenceRun RUN =
      ReferenceRun.of(LyingDay.allLines(), Duration.ofMinutes(1));

  @ParameterizedTest
  @EnumSource
  void givesTheRowsWrittenByHand(LyingDay day) {
    day.assertSame(RUN.bars(), RUN.gaps());
    ReferenceRun alone = ReferenceRun.of(day.lines(), Duration.ofMinutes(1));
    day.assertSame(alone.bars(), alone.gaps());
  }

  @Test
  void dropsNothingUnseen() {
    assertThat(RUN.capture().rejected()).isEmpty();
    assertThat(RUN.lateTicks()).isEmpty();
    assertThat(RUN.continuity().duplicates())
        .extracting(RawTrade::contract, RawTrade::price)
        .containsExactly(tuple("A25608", 0L));
    assertThat(RUN.ticks()).hasSize(LyingDay.allLines().size() - 1);
  }
}
