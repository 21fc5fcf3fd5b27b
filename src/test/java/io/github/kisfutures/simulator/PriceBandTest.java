package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.market.TickSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBandTest {
  @ParameterizedTest
  @ValueSource(longs = {1_999, 2_000, 4_995, 5_000, 19_990, 20_000, 50_000, 200_000, 500_000})
  void stepsUpAndDownMeetAcrossTheChangesOfTheTick(long price) {
    assertThat(PriceBand.below(PriceBand.above(price))).isEqualTo(price);
    assertThat(PriceBand.above(PriceBand.below(price))).isEqualTo(price);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_874, 5_010, 77_900, 198_000, 412_500})
  void limitsAreOnTheGridWithinTenPercent(long close) {
    PriceBand band = PriceBand.around(close);

    assertThat(band.lower() * 10).isBetween(close * 9, close * 9 + 10 * TickSize.at(close));
    assertThat(band.upper() * 10).isLessThanOrEqualTo(close * 11);
    assertThat(PriceBand.above(band.upper()) * 10).isGreaterThan(close * 11);
    assertThat(TickSize.floor(band.lower())).isEqualTo(band.lower());
    assertThat(TickSize.floor(band.upper())).isEqualTo(band.upper());
  }

  @Test
  void aQuoteStaysWithinTheBand() {
    SeededRandom random = new SeededRandom(1, 2, "quote");
    PriceBand band = PriceBand.around(77_900);
    Quote quote = new Quote(band, 10 * 77_900);
    for (int i = 0; i < 10_000; i++) {
      boolean up = i < 5_000;
      quote.follow((up ? 2 : 0) * 7_790_000L, random);
      quote.move(up);
      assertThat(quote.bid()).isGreaterThanOrEqualTo(band.lower());
      assertThat(quote.ask()).isLessThanOrEqualTo(band.upper());
    }
    assertThat(quote.bid()).isBetween(band.lower(), band.lower() + 500);
  }
}
