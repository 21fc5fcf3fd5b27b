package io.github.kisfutures.market;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * KRX derivatives short codes such as {@code 111V06} or {@code A50607} ({@code docs/feed.md},
 * "Contracts").
 */
public final class ContractCode {
  /** Shortest code. */
  public static final int MIN_LENGTH = 6;

  /** Longest code. */
  public static final int MAX_LENGTH = 9;

  /** The years' letters, from 1996 on, again and again. */
  private static final String YEARS = "6789012345ABCDEFGHJKLMNPQRSTVW";

  private static final int FIRST_YEAR = 1996;
  private static final int YEAR_AT = 3;

  private ContractCode() {}

  /** Whether the text is 6 to 9 characters of {@code [0-9A-Z]}. */
  public static boolean isValid(String text) {
    if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isCodeCharacter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a code may contain the character. */
  public static boolean isCodeCharacter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  /**
   * The text itself, if it is a code.
   *
   * @throws IllegalArgumentException with a sentence for people, if it is not
   */
  public static String require(String text) {
    if (!isValid(text)) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a contract short code: 6 to 9 characters of 0-9 and A-Z, as 111V06");
    }
    return text;
  }

  /**
   * Whether the text is a stock's code (005930) rather than a contract's, which people mix up: six
   * digits. No contract that is traded looks so. The fourth character is the year, a digit in 1996
   * to 2005 and again from 2026 on, a letter in between (111V06, 101W09); and contracts that expire
   * from 2026 on begin with a letter (A11610).
   */
  public static boolean looksLikeStock(String text) {
    return text.length() == MIN_LENGTH && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * The text itself, if it can be the code of a contract that is traded.
   *
   * @throws IllegalArgumentException with a sentence for people, if it is no code or a stock's
   */
  public static String requireTraded(String text) {
    if (looksLikeStock(text)) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' looks like a stock; name its future by the short code, as 111V06 or, expiring from"
              + " 2026 on, A11610");
    }
    return require(text);
  }

  /**
   * Calendar days from a date to the contract's last trading day: 0 on it, negative after it. Of
   * the years that a code's letter may stand for, the nearest.
   *
   * @return empty if the code names no month
   */
  public static OptionalLong daysToLastTradingDay(String code, LocalDate date) {
    Optional<LocalDate> last = lastTradingDay(code, date);
    if (last.isEmpty()) {
      return OptionalLong.empty();
    }
    boolean nearest = last.get().getYear() - date.getYear() <= YEARS.length() / 2;
    LocalDate day = nearest ? last.get() : last.get().minusYears(YEARS.length());
    return OptionalLong.of(ChronoUnit.DAYS.between(date, day));
  }

  /**
   * A contract's last trading day before holidays are taken into account ({@code docs/feed.md},
   * "Trading hours").
   *
   * @param seen a day on which the contract was asked for or traded: the years' letters come again
   *     after 30 years
   * @return empty if the code names no month
   */
  public static Optional<LocalDate> lastTradingDay(String code, LocalDate seen) {
    if (!isValid(code) || code.length() != MIN_LENGTH) {
      return Optional.empty(); // longer codes are laid out in other ways
    }
    int letter = YEARS.indexOf(code.charAt(YEAR_AT));
    int tens = Character.digit(code.charAt(YEAR_AT + 1), 10);
    int units = Character.digit(code.charAt(YEAR_AT + 2), 10);
    int month = 10 * tens + units;
    if (letter < 0 || tens < 0 || units < 0 || month < 1 || month > 12) {
      return Optional.empty();
    }
    int earliest = seen.getYear() - 1; // asked for until a while after its end
    int year = earliest + Math.floorMod(FIRST_YEAR + letter - earliest, YEARS.length());
    return Optional.of(TradingHours.lastTradingDay(YearMonth.of(year, month)));
  }
}
