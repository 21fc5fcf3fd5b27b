package io.github.kisfutures.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingHoursTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01, 2026-01-08", // the month begins on a Thursday
    "2026-05, 2026-05-14", // on a Friday: the latest possible day
    "2026-10, 2026-10-08",
    "2026-12, 2026-12-10",
    "2027-02, 2027-02-11"
  })
  void theLastTradingDayIsTheSecondThursday(YearMonth expiry, LocalDate day) {
    assertThat(TradingHours.lastTradingDay(expiry)).isEqualTo(day);
  }

  @Test
  void hoursAreThoseOfTheProtocolPage() {
    assertThat(TradingHours.OPENING_AUCTION).isEqualTo(LocalTime.of(8, 30));
    assertThat(TradingHours.CONTINUOUS).isEqualTo(LocalTime.of(8, 45));
    assertThat(TradingHours.CLOSING_AUCTION).isEqualTo(LocalTime.of(15, 35));
    assertThat(TradingHours.CLOSE).isEqualTo(LocalTime.of(15, 45));
    assertThat(TradingHours.LAST_DAY_CLOSE).isEqualTo(LocalTime.of(15, 20));
  }
}
