package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.market.ContractCode;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.market.TradingHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When a silence has lasted: only the continuous session counts ({@code docs/feed.md}, "Trading
 * hours"), 08:45 to 15:35 KST from Monday to Friday, and to 15:20 on a contract's last trading day,
 * after which nothing counts. A silence does not go over a night: at 08:45 it begins anew. Holidays
 * are not known.
 */
final class ContinuousSession {
  /** From its begin to its end. */
  static final Duration LONGEST =
      Duration.between(TradingHours.CONTINUOUS, TradingHours.CLOSING_AUCTION);

  /** There is no such moment. */
  static final long NEVER = Long.MAX_VALUE;

  /** Over a weekend, and past a last trading day that is too short for the silence. */
  private static final int DAYS = 7;

  private ContinuousSession() {}

  /**
   * The moment at which a contract has been silent for so long.
   *
   * @param sinceMillis its last trade, or when it was first looked for
   * @return milliseconds since the epoch; {@link #NEVER} if the contract has expired by then
   */
  static long silentAt(String contract, long sinceMillis, Duration silence) {
    LocalDate date = KoreaTime.date(sinceMillis);
    LocalDate last = ContractCode.lastTradingDay(contract, date).orElse(LocalDate.MAX);
    for (int i = 0; i < DAYS && !date.isAfter(last); i++) {
      if (isTradingDay(date)) {
        long begin = Math.max(sinceMillis, millis(date, TradingHours.CONTINUOUS));
        long end =
            millis(
                date,
                date.equals(last) ? TradingHours.LAST_DAY_CLOSE : TradingHours.CLOSING_AUCTION);
        if (begin + silence.toMillis() <= end) {
          return begin + silence.toMillis();
        }
      }
      date = date.plusDays(1);
    }
    return NEVER;
  }

  private static boolean isTradingDay(LocalDate date) {
    return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static long millis(LocalDate date, LocalTime time) {
    return date.atTime(time).toInstant(KoreaTime.OFFSET).toEpochMilli();
  }
}
