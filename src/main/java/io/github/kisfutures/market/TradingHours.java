package io.github.kisfutures.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * Trading hours of KRX stock futures, KST ({@code docs/feed.md}, "Trading hours"). There is no
 * night session.
 */
public final class TradingHours {
  /** Opening auction begins. */
  public static final LocalTime OPENING_AUCTION = LocalTime.of(8, 30);

  /** Continuous trading begins. */
  public static final LocalTime CONTINUOUS = LocalTime.of(8, 45);

  /** Closing auction begins. */
  public static final LocalTime CLOSING_AUCTION = LocalTime.of(15, 35);

  /** The day ends. */
  public static final LocalTime CLOSE = LocalTime.of(15, 45);

  /** A contract's last trading day ends. */
  public static final LocalTime LAST_DAY_CLOSE = LocalTime.of(15, 20);

  private TradingHours() {}

  /**
   * The last trading day of an expiry month before holidays are taken into account: the second
   * Thursday. (Where that is a holiday the exchange takes the business day before.)
   */
  public static LocalDate lastTradingDay(YearMonth expiry) {
    return expiry.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.THURSDAY));
  }
}
