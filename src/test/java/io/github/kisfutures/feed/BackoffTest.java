package io.github.kisfutures.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static ReconnectSettings settings(long initial, long max, double jitter) {
    return new ReconnectSettings(
        Duration.ofMillis(initial), Duration.ofMillis(max), jitter, Duration.ofSeconds(20));
  }

  @Test
  void doublesUpToTheMaximum() {
    Backoff backoff = new Backoff(settings(5000, 60_000, 0), new Random(1));
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      waits.add(backoff.next().toSeconds());
    }

    assertThat(waits).containsExactly(5L, 10L, 20L, 40L, 60L, 60L);
  }

  @Test
  void beginsAnewAfterAReset() {
    Backoff backoff = new Backoff(settings(5000, 60_000, 0), new Random(1));
    backoff.next();
    backoff.next();
    backoff.reset();

    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void theFloorIsALeastWaitButNoMore() {
    Backoff backoff = new Backoff(settings(5000, 300_000, 0), new Random(1));

    assertThat(backoff.next(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(20));
    backoff.next();
    backoff.next();
    assertThat(backoff.next(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void neverOverflows() {
    Backoff backoff = new Backoff(settings(1, Duration.ofDays(365).toMillis(), 0.5), new Random(1));
    Duration last = Duration.ZERO;
    for (int i = 0; i < 10_000; i++) {
      last = backoff.next();
    }

    assertThat(last).isBetween(Duration.ofDays(100), Duration.ofDays(365));
  }

  @Test
  void everyWaitIsWithinTheBoundsWhateverTheSettings() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      long initial = 1L + random.nextInt(10_000);
      long max = initial + random.nextInt(100_000);
      double jitter = random.nextDouble() * 0.99;
      long floor = random.nextInt(30_000);
      Backoff backoff = new Backoff(settings(initial, max, jitter), random);
      for (int i = 0; i < 20; i++) {
        assertThat(backoff.next().toMillis())
            .as("seed %s, initial %s, max %s, jitter %s", seed, initial, max, jitter)
            .isBetween(initial, max);
        assertThat(backoff.next(Duration.ofMillis(floor)).toMillis())
            .as("seed %s, floor %s", seed, floor)
            .isBetween(
                Math.max(initial, floor), Math.max(max, (long) Math.ceil(floor * (1 + jitter))));
      }
    }
  }

  @Test
  void waitsAreSpreadOverTheWholeJitterFromTheFirst() {
    Random random = new Random(1);
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int i = 0; i < 500; i++) {
      long wait = new Backoff(settings(5000, 300_000, 0.2), random).next().toMillis();
      least = Math.min(least, wait);
      most = Math.max(most, wait);
    }

    // the middle is 6.25 s, plus or minus 20 %
    assertThat(least).isBetween(5000L, 5200L);
    assertThat(most).isBetween(7300L, 7500L);
  }
}
