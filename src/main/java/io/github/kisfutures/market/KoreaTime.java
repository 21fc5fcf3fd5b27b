package io.github.kisfutures.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Korean time: UTC+9 all year, without daylight saving, so that dates and seconds of the day are
 * plain arithmetic on milliseconds since the epoch.
 */
public final class KoreaTime {
  /** KST as a zone, for people's eyes. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  /** KST as an offset. */
  public static final ZoneOffset OFFSET = ZoneOffset.ofHours(9);

  /** Milliseconds of a day. */
  public static final long DAY_MILLIS = 86_400_000L;

  private static final long OFFSET_MILLIS = 9 * 3_600_000L;
  private static final long HALF_DAY_MILLIS = DAY_MILLIS / 2;

  private KoreaTime() {}

  /** Midnight (KST) at or before the instant, in milliseconds since the epoch. */
  public static long midnightMillis(long epochMillis) {
    return epochMillis - Math.floorMod(epochMillis + OFFSET_MILLIS, DAY_MILLIS);
  }

  /** Days since 1970-01-01 of the KST date of an instant. */
  public static long epochDay(long epochMillis) {
    return Math.floorDiv(epochMillis + OFFSET_MILLIS, DAY_MILLIS);
  }

  /** Midnight (KST) that begins a date given in days since 1970-01-01, in milliseconds. */
  public static long startOfDayMillis(long epochDay) {
    return epochDay * DAY_MILLIS - OFFSET_MILLIS;
  }

  /** The KST date of an instant. */
  public static LocalDate date(long epochMillis) {
    return LocalDate.ofEpochDay(epochDay(epochMillis));
  }

  /** The KST second of the day of an instant. */
  public static int secondOfDay(long epochMillis) {
    return (int) (Math.floorMod(epochMillis + OFFSET_MILLIS, DAY_MILLIS) / 1000);
  }

  /**
   * Event time of a trade that carries a time but no date ({@code docs/numbers.md}, "Event time"):
   * the KST date of the receive time with the trade's time, moved by a day where that brings it
   * within 12 hours of the receive time.
   *
   * @param receivedAtMillis receive time, milliseconds since the epoch
   * @param secondOfDay trade time, KST
   * @return milliseconds since the epoch
   */
  public static long eventTimeMillis(long receivedAtMillis, int secondOfDay) {
    long eventTime = midnightMillis(receivedAtMillis) + secondOfDay * 1000L;
    if (eventTime - receivedAtMillis > HALF_DAY_MILLIS) {
      return eventTime - DAY_MILLIS;
    }
    if (receivedAtMillis - eventTime > HALF_DAY_MILLIS) {
      return eventTime + DAY_MILLIS;
    }
    return eventTime;
  }

  /**
   * Event time of a trade whose clock may be wrong: as {@link #eventTimeMillis(long, int)}, but the
   * receive time, cut to the second, if that is later than the receive time by more than the skew.
   *
   * @param receivedAtMillis receive time, milliseconds since the epoch
   * @param secondOfDay trade time, KST
   * @param maxSkewMillis how far a believable trade time may be ahead of its receipt
   * @return milliseconds since the epoch
   */
  public static long eventTimeMillis(long receivedAtMillis, int secondOfDay, long maxSkewMillis) {
    long eventTime = eventTimeMillis(receivedAtMillis, secondOfDay);
    return eventTime - receivedAtMillis > maxSkewMillis
        ? receivedAtMillis - Math.floorMod(receivedAtMillis, 1000L)
        : eventTime;
  }

  /** ISO-8601 text in KST with milliseconds, for example {@code 2026-07-10T09:16:39.120+09:00}. */
  public static String text(long epochMillis) {
    return Iso.FORMAT.format(Instant.ofEpochMilli(epochMillis).atOffset(OFFSET));
  }

  private static final class Iso {
    static final java.time.format.DateTimeFormatter FORMAT =
        java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
  }
}
