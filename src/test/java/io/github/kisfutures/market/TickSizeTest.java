package io.github.kisfutures.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickSizeTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1999, 1",
    "2000, 5",
    "4995, 5",
    "5000, 10",
    "19990, 10",
    "20000, 50",
    "49950, 50",
    "50000, 100",
    "77900, 100",
    "199900, 100",
    "200000, 500",
    "499500, 500",
    "500000, 1000",
    "2000000, 1000"
  })
  void stepsAtTheBoundariesOfThePriceBands(long price, long tick) {
    assertThat(TickSize.at(price)).isEqualTo(tick);
    assertThat(TickSize.floor(price)).as("a price on the grid stays").isEqualTo(price);
  }

  @ParameterizedTest
  @CsvSource({
    "77999, 77900",
    "2003, 2000",
    "4999, 4995",
    "5009, 5000",
    "19999, 19990",
    "49999, 49950",
    "199999, 199900",
    "499999, 499500",
    "500999, 500000",
    "1, 1",
    "0, 1"
  })
  void roundsDownToTheGridButNotToNothing(long price, long onGrid) {
    assertThat(TickSize.floor(price)).isEqualTo(onGrid);
  }
}
