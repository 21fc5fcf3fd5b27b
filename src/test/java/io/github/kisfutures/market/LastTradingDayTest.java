package io.github.kisfutures.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastTradingDayTest {
  @ParameterizedTest
  @CsvSource({
    "A11610, 2026-07-10, 2026-10-08",
    "111V06, 2024-06-03, 2024-06-13",
    "111V06, 2025-01-02, 2024-06-13",
    "111W08, 2025-01-02, 2025-08-14",
    "A50607, 2026-01-02, 2026-07-09",
    "A00001, 2026-01-02, 2030-01-10",
    "A11712, 2026-11-26, 2027-12-09",
    "111601, 1996-01-02, 1996-01-11"
  })
  void isTheSecondThursdayOfTheCodesMonth(String code, LocalDate seen, LocalDate last) {
    assertThat(ContractCode.lastTradingDay(code, seen)).contains(last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A11I10", "A11613", "A11600", "A1161A", "A11A1B", "A116", "a11610"})
  void codesWithoutAMonthHaveNone(String code) {
    assertThat(ContractCode.lastTradingDay(code, LocalDate.of(2026, 7, 10))).isEmpty();
  }
}
