package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskManagerCountTest {
  private final TaskManagerCount count = new TaskManagerCount(2);

  @Test
  void oneThatHasDiedIsMissedAtTheSecondLook() {
    assertThat(count.missing(2)).isZero();
    assertThat(count.missing(1)).isZero();
    assertThat(count.missing(1)).isEqualTo(1);
  }

  @Test
  void oneThatRegistersAnewIsNot() {
    for (int look = 0; look < 10; look++) {
      assertThat(count.missing(look % 2 + 1)).isZero();
    }
  }

  /** Ten of them on one machine would help nobody. */
  @Test
  void onesThatAreOnlyStartingHaveTime() {
    for (int look = 1; look < 30; look++) {
      assertThat(count.missing(0)).as("look %d", look).isZero();
    }
    assertThat(count.missing(0)).isEqualTo(2);
    assertThat(count.missing(0)).as("the new ones are starting").isZero();
    assertThat(count.missing(2)).isZero();
    count.missing(0);
    assertThat(count.missing(0)).isEqualTo(2);
  }
}
