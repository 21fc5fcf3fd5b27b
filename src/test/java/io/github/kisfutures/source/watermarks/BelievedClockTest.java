package io.github.kisfutures.source.watermarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripted clocks: true time passes, and the wall clock is ahead of it by {@code wrong}. */
class BelievedClockTest {
  private static final long NINE = Instant.parse("2026-07-10T00:00:00Z").toEpochMilli();
  private static final long HOUR = 3_600_000;

  private final BelievedClock clock = new BelievedClock(Duration.ofSeconds(5));
  private long passed;
  private long wrong;

  @BeforeEach
  void look() {
    assertThat(lookAfter(0)).isZero();
  }

  @Test
  void followsTheWallClock() {
    assertThat(lookAfter(20)).isZero();
    assertThat(clock.millis()).isEqualTo(NINE + 20);
    wrong = 999; // corrected gently
    assertThat(lookAfter(20)).isZero();
    assertThat(clock.millis()).isEqualTo(NINE + 40 + 999);
  }

  @Test
  void anHourForSixteenSecondsIsNeverBelieved() {
    wrong = HOUR;
    assertThat(lookAfter(20)).isEqualTo(Duration.ofHours(1));
    for (int i = 0; i < 800; i++) {
      assertThat(lookAfter(20)).isZero();
      clock.confirmed(NINE + passed - 700); // trades as they come
      assertThat(clock.millis()).isEqualTo(NINE + passed);
    }
    wrong = 0;
    assertThat(lookAfter(20)).isEqualTo(Duration.ofHours(-1));
    assertThat(clock.millis()).isEqualTo(NINE + passed);
    assertThat(lookAfter(20)).isZero();
    assertThat(clock.millis()).isEqualTo(NINE + passed);
  }

  @Test
  void aRightStepForwardIsBelievedOnceTradesConfirmIt() {
    wrong = HOUR; // a clock that was slow until now
    lookAfter(20);
    assertThat(clock.millis()).isEqualTo(NINE + passed);

    clock.confirmed(NINE + passed + HOUR - 1500);

    assertThat(clock.millis()).isEqualTo(NINE + passed + HOUR);
    lookAfter(1000);
    assertThat(clock.millis()).isEqualTo(NINE + passed + HOUR);
  }

  @Test
  void aTradeALittleAheadOfASlowClockDoesNotMakeAnHourRight() {
    wrong = HOUR;
    lookAfter(20);

    clock.confirmed(NINE + passed + 300);
    assertThat(clock.millis()).isEqualTo(NINE + passed + 300);
    lookAfter(1000);
    assertThat(clock.millis()).as("goes on").isEqualTo(NINE + passed + 300);
  }

  @Test
  void aStepBackIsFollowedAtOnce() {
    wrong = -HOUR;
    assertThat(lookAfter(20)).isEqualTo(Duration.ofHours(-1));
    assertThat(clock.millis()).isEqualTo(NINE + passed - HOUR);
  }

  @Test
  void severalStepsForwardAddUpAndOneBackTakesAway() {
    wrong = HOUR;
    lookAfter(20);
    wrong = 3 * HOUR;
    assertThat(lookAfter(20)).isEqualTo(Duration.ofHours(2));
    assertThat(clock.millis()).isEqualTo(NINE + passed);
    wrong = HOUR;
    assertThat(lookAfter(20)).isEqualTo(Duration.ofHours(-2));
    assertThat(clock.millis()).isEqualTo(NINE + passed);
  }

  private Duration lookAfter(long millis) {
    passed += millis;
    return clock.look(NINE + passed + wrong, 77_000 + passed);
  }
}
