package io.github.kisfutures.wire;

import io.github.kisfutures.market.KoreaTime;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/**
 * One line of a capture: receive time (ISO-8601 with milliseconds and zone), a tab, the raw frame
 * ({@code docs/captures.md}, "In files").
 *
 * @param receivedAtMillis receive time, milliseconds since the epoch
 * @param frame the raw frame
 */
public record CaptureLine(long receivedAtMillis, String frame) {
  private static final int FIXED_LENGTH = 29;

  /** The line, without a line end. */
  public String text() {
    return KoreaTime.text(receivedAtMillis) + '\t' + frame;
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException with one sentence, if the line is not of this form
   */
  public static CaptureLine parse(String line) {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      throw new IllegalArgumentException("there is no tab between receive time and frame");
    }
    String frame = line.substring(tab + 1);
    long fast = fixedForm(line, tab);
    return new CaptureLine(fast >= 0 ? fast : generalForm(line.substring(0, tab)), frame);
  }

  private static long generalForm(String time) {
    try {
      return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    } catch (DateTimeException
        | ArithmeticException e) { // a year can be too large for milliseconds
      throw new IllegalArgumentException(
          "the receive time "
              + Excerpt.of(time, 0, time.length())
              + " is not ISO-8601 with a zone, as 2026-07-10T09:16:39.120+09:00");
    }
  }

  /**
   * The form we write, {@code 2026-07-10T09:16:39.120+09:00}, read without objects; -1 if it
   * differs.
   */
  private static long fixedForm(String s, int tab) {
    if (tab != FIXED_LENGTH
        || s.charAt(4) != '-'
        || s.charAt(7) != '-'
        || s.charAt(10) != 'T'
        || s.charAt(13) != ':'
        || s.charAt(16) != ':'
        || s.charAt(19) != '.'
        || !s.startsWith("+09:00", 23)) {
      return -1;
    }
    int year = digits(s, 0, 4);
    int month = digits(s, 5, 7);
    int day = digits(s, 8, 10);
    int hour = digits(s, 11, 13);
    int minute = digits(s, 14, 16);
    int second = digits(s, 17, 19);
    int milli = digits(s, 20, 23);
    if (year < 1970
        || month < 1
        || month > 12
        || day < 1
        || day > 28
        || hour < 0
        || hour > 23
        || minute < 0
        || minute > 59
        || second < 0
        || second > 59
        || milli < 0) {
      return -1;
    }
    long days = epochDay(year, month, day);
    return KoreaTime.startOfDayMillis(days) + ((hour * 60L + minute) * 60 + second) * 1000 + milli;
  }

  /** Days since 1970-01-01 of a date of the Gregorian calendar, counting years from March. */
  private static long epochDay(int year, int month, int day) {
    int y = month > 2 ? year : year - 1;
    int m = month > 2 ? month - 3 : month + 9;
    return 365L * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + (day - 1) - 719_468;
  }

  private static int digits(String s, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      int digit = s.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
