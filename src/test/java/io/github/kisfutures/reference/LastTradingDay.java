package io.github.kisfutures.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When a contract is traded last, by its short code: {@code docs/feed.md}, "Contracts". */
final class LastTradingDay {
  private static final String YEARS = "6789012345ABCDEFGHJKLMNPQRSTVW"; // 2026 is 6

  private LastTradingDay() {}

  /**
   * The second Thursday of the code's month or the business day before, in the year of that letter
   * nearest to a date; null for a code that names no month.
   */
  static @Nullable LocalDate of(String code, LocalDate near, Set<LocalDate> holidays) {
    if (!code.matches("[0-9A-Z]{3}[" + YEARS + "](0[1-9]|1[0-2])")) {
      return null;
    }
    int year = 2026 + YEARS.indexOf(code.charAt(3));
    while (year > near.getYear() + YEARS.length() / 2) {
      year -= YEARS.length();
    }
    while (year < near.getYear() - YEARS.length() / 2) {
      year += YEARS.length();
    }
    LocalDate day =
        LocalDate.of(year, Integer.parseInt(code.substring(4)), 1)
            .with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.THURSDAY));
    while (holidays.contains(day)
        || day.getDayOfWeek() == DayOfWeek.SATURDAY
        || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.minusDays(1);
    }
    return day;
  }
}
