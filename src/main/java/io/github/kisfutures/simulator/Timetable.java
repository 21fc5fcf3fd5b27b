package io.github.kisfutures.simulator;

import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.TradingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When a simulated market trades; times in microseconds since the epoch.
 *
 * @param start trading begins
 * @param openingAuction the opening auction's price is found, or {@link #NEVER}
 * @param continuousEnd continuous trading ends
 * @param closingAuction the closing auction's price is found, or {@link #NEVER}
 */
record Timetable(long start, long openingAuction, long continuousEnd, long closingAuction) {
  static final long NEVER = Long.MAX_VALUE;
  private static final long MICROS_PER_MILLI = 1000;

  /** Length of continuous trading on a day of the exchange. */
  static final long CONTINUOUS_MICROS =
      Duration.between(TradingHours.CONTINUOUS, TradingHours.CLOSING_AUCTION).toMillis()
          * MICROS_PER_MILLI;

  /** A day of the exchange ({@code docs/feed.md}, "Trading hours"). */
  static Timetable exchangeDay(LocalDate date) {
    return new Timetable(
        micros(date, TradingHours.CONTINUOUS),
        micros(date, TradingHours.CONTINUOUS),
        micros(date, TradingHours.CLOSING_AUCTION),
        micros(date, TradingHours.CLOSE));
  }

  /** Continuous trading from an instant on, whatever the hour, for ever. */
  static Timetable aroundTheClock(Instant from) {
    return new Timetable(from.toEpochMilli() * MICROS_PER_MILLI, NEVER, NEVER, NEVER);
  }

  /** The time of the first trades, where continuous ones come {@code gap} after the start. */
  long first(long gap) {
    return openingAuction != NEVER ? openingAuction : start + gap;
  }

  /** The time of the next trades after those at {@code at}; {@link #NEVER} when the day is over. */
  long next(long at, long gap) {
    if (at == closingAuction) {
      return NEVER;
    }
    long next = at + gap;
    return next < continuousEnd ? next : closingAuction;
  }

  /** Whether trades at this time come from an auction. */
  boolean isAuction(long at) {
    return at == openingAuction || at == closingAuction;
  }

  private static long micros(LocalDate date, LocalTime time) {
    long midnight = KoreaTime.startOfDayMillis(date.toEpochDay());
    return (midnight + time.toSecondOfDay() * 1000L) * MICROS_PER_MILLI;
  }
}
