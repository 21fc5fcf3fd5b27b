package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatioTest {
  /** Numbers of the official frame, {@code frames/h0zfcnt0-official.txt}. */
  @Test
  void theOfficialSample() {
    assertThat(Ratio.hundredths(626, 1724)).as("SHNU_RATE").isEqualTo(36);
    assertThat(Ratio.percentHundredths(626, 1075)).as("CTTR").isEqualTo(5823);
    assertThat(Ratio.percentHundredths(-100, 78_000)).as("FUTS_PRDY_CTRT").isEqualTo(-13);
    assertThat(Ratio.percentHundredths(50, 7_789_950)).as("DPRT").isZero();
  }

  @Test
  void halvesAreRoundedAwayFromZero() {
    assertThat(Ratio.roundHalfUp(5, 10)).isEqualTo(1);
    assertThat(Ratio.roundHalfUp(-5, 10)).isEqualTo(-1);
    assertThat(Ratio.roundHalfUp(4, 10)).isZero();
    assertThat(Ratio.roundHalfUp(1, 3)).isZero();
    assertThat(Ratio.roundHalfUp(2, 3)).isEqualTo(1);
  }

  @Test
  void nothingIsDividedByZero() {
    assertThat(Ratio.hundredths(5, 0)).isZero();
    assertThat(Ratio.percentHundredths(5, 0)).isZero();
  }
}
