package io.github.kisfutures.analytics.alerts;

import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.market.KoreaTime;
import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of the day, KST, in which a rule watches.
 *
 * @param fromSecond its begin, second of the day
 * @param toSecond its end, second of the day; 86,400 is midnight
 */
public record Hours(int fromSecond, int toSecond) implements Serializable {
  private static final int DAY = 24 * 3600;

  /** The whole day. */
  public static final Hours ALWAYS = new Hours(0, DAY);

  private static final Pattern TEXT =
      Pattern.compile("([0-2]\\d):([0-5]\\d)\\s*-\\s*([0-2]\\d):([0-5]\\d)");

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException with a sentence for people
   */
  public Hours {
    if (fromSecond < 0 || toSecond > DAY || fromSecond >= toSecond) {
      throw new IllegalArgumentException(
          "the hours must begin before they end, within a day; write as 09:00-15:20");
    }
  }

  /**
   * Hours such as {@code 09:00-15:20}.
   *
   * @throws IllegalArgumentException with a sentence for people
   */
  public static Hours parse(String text) {
    Matcher hours = TEXT.matcher(text.strip());
    if (!hours.matches()) {
      throw new IllegalArgumentException("write hours as 09:00-15:20, KST");
    }
    return new Hours(second(hours, 1), second(hours, 3));
  }

  private static int second(Matcher hours, int group) {
    return Integer.parseInt(hours.group(group)) * 3600
        + Integer.parseInt(hours.group(group + 1)) * 60;
  }

  /** Whether the bar's window lies within. */
  boolean contain(Bar bar) {
    long start = bar.windowStart().toEpochMilli();
    long midnight = KoreaTime.midnightMillis(start);
    return start - midnight >= fromSecond * 1000L
        && bar.windowEnd().toEpochMilli() - midnight <= toSecond * 1000L;
  }
}
