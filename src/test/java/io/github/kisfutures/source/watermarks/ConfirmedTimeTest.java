package io.github.kisfutures.source.watermarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.source.RecordOutput;
import org.junit.jupiter.api.Test;

class ConfirmedTimeTest {
  private final ConfirmedTime time = new ConfirmedTime();

  @Test
  void anEventTimeCountsOnceTheNextFrameBearsItOut() {
    assertThat(time.frame(100)).isFalse();
    assertThat(time.millis()).isEqualTo(RecordOutput.NO_TIME);

    assertThat(time.frame(102)).isTrue();
    assertThat(time.millis()).isEqualTo(100);
  }

  @Test
  void oneWrongClockConfirmsNothing() {
    time.frame(100);
    assertThat(time.frame(9_000)).isTrue();
    assertThat(time.frame(101)).isTrue();
    assertThat(time.millis()).isEqualTo(101);
    assertThat(time.frame(102)).isFalse();
    assertThat(time.frame(103)).isTrue();
    assertThat(time.millis()).isEqualTo(102);
  }

  @Test
  void itNeverGoesBack() {
    time.frame(100);
    time.frame(100);
    assertThat(time.frame(50)).isFalse();
    assertThat(time.frame(60)).isFalse();
    assertThat(time.millis()).isEqualTo(100);
  }

  @Test
  void aFrameWithoutATradeAskedForIsNoneOfThePair() {
    time.frame(100);
    assertThat(time.frame(RecordOutput.NO_TIME)).isFalse();

    assertThat(time.frame(101)).isTrue();
    assertThat(time.millis()).isEqualTo(100);
  }
}
