package io.github.kisfutures.wire;

import io.github.kisfutures.market.ContractCode;
import io.github.kisfutures.market.PackedCode;
import io.github.kisfutures.market.StockFuturesTrade;

/**
 * Turns the characters of one field into its raw value, without creating objects. A value that
 * cannot be read, or is beyond its column, yields {@link #BAD}.
 *
 * <p>Rules: integers print plain, decimals with two digits, negatives with {@code -}. A leading
 * {@code +} is taken, and a whole number with a fraction of zeros. Blank and {@code nan}, {@code
 * nan(ind)}, {@code inf}, whatever their sign, are null.
 */
final class FieldReader {
  /** Not a value of the field's kind; no legal value can have it. */
  static final long BAD = Long.MIN_VALUE + 1;

  private static final int DECIMALS = 2;

  /** Hundredths that no longer fit 18 digits. */
  private static final long DECIMAL_LIMIT = 1_000_000_000_000_000_000L;

  /** Characters of {@code nan} and {@code inf}. */
  private static final int WORD = 3;

  /** More than the characters from '0' to 'Z'; its ninth power fits a long. */
  private static final long CONTRACT_RADIX = 44;

  private static final long MAX_BEFORE_DIGIT = Long.MAX_VALUE / 10;

  private FieldReader() {}

  /** A whole number; decimals may follow it, if they are zero. */
  static long integer(String s, int start, int end) {
    return number(s, start, end, 0);
  }

  /** A number in hundredths; decimals beyond the second are rounded HALF_UP. */
  static long decimal(String s, int start, int end) {
    long value = number(s, start, end, DECIMALS);
    boolean tooLong = value != StockFuturesTrade.NULL && value != BAD && isTooLong(value);
    return tooLong ? BAD : value;
  }

  private static boolean isTooLong(long hundredths) {
    return hundredths >= DECIMAL_LIMIT || hundredths <= -DECIMAL_LIMIT;
  }

  private static long number(String s, int start, int end, int scale) {
    if (start == end) {
      return StockFuturesTrade.NULL;
    }
    char sign = s.charAt(start);
    int i = sign == '-' || sign == '+' ? start + 1 : start;
    if (i == end || !isDigit(s.charAt(i))) {
      return isNotANumber(s, i, end) ? StockFuturesTrade.NULL : BAD;
    }
    long value = 0;
    while (i < end && isDigit(s.charAt(i))) {
      value = appendDigit(value, s.charAt(i++));
      if (value < 0) {
        return BAD;
      }
    }
    value = fraction(s, i, end, scale, value);
    return sign == '-' && value != BAD ? -value : value;
  }

  /**
   * Continues after the integer digits: an optional point and decimals, scaled up to {@code scale}.
   */
  private static long fraction(String s, int start, int end, int scale, long integer) {
    if (start < end && (s.charAt(start) != '.' || start + 1 == end)) {
      return BAD;
    }
    long value = integer;
    int point = Math.min(start + 1, end);
    for (int i = 0; i < scale; i++) {
      value = appendDigit(value, point + i < end ? s.charAt(point + i) : '0');
      if (value < 0) {
        return BAD;
      }
    }
    return rounded(s, Math.min(point + scale, end), end, scale, value);
  }

  /** Takes in the decimals beyond the scale: of a decimal they round, of a whole number none is. */
  private static long rounded(String s, int start, int end, int scale, long value) {
    boolean zeros = true;
    for (int i = start; i < end; i++) {
      char c = s.charAt(i);
      if (!isDigit(c)) {
        return BAD;
      }
      zeros &= c == '0';
    }
    if (scale == 0) {
      return zeros ? value : BAD;
    }
    boolean up = start < end && s.charAt(start) >= '5';
    return up && value < Long.MAX_VALUE ? value + 1 : value;
  }

  /**
   * The value with a digit appended, or a negative number where that does not fit or is no digit.
   */
  private static long appendDigit(long value, char digit) {
    return value > MAX_BEFORE_DIGIT || !isDigit(digit) ? -1 : value * 10 + (digit - '0');
  }

  /** {@code nan} or {@code inf}, perhaps with an explanation in brackets, as {@code nan(ind)}. */
  private static boolean isNotANumber(String s, int start, int end) {
    if (end - start < WORD
        || !(s.regionMatches(true, start, "nan", 0, WORD)
            || s.regionMatches(true, start, "inf", 0, WORD))) {
      return false;
    }
    return end - start == WORD || (s.charAt(start + WORD) == '(' && s.charAt(end - 1) == ')');
  }

  /** HHMMSS as second of the day; blank is null. */
  static long time(String s, int start, int end) {
    if (start == end) {
      return StockFuturesTrade.NULL;
    }
    if (end - start != 6) {
      return BAD;
    }
    int hour = twoDigits(s, start);
    int minute = twoDigits(s, start + 2);
    int second = twoDigits(s, start + 4);
    if (hour < 0 || minute < 0 || second < 0 || hour > 23 || minute > 59 || second > 59) {
      return BAD;
    }
    return hour * 3600L + minute * 60L + second;
  }

  private static int twoDigits(String s, int start) {
    char tens = s.charAt(start);
    char ones = s.charAt(start + 1);
    return isDigit(tens) && isDigit(ones) ? (tens - '0') * 10 + (ones - '0') : -1;
  }

  /** A code as {@link PackedCode}; blank is null. */
  static long code(String s, int start, int end) {
    if (start == end) {
      return StockFuturesTrade.NULL;
    }
    if (end - start > PackedCode.MAX_LENGTH) {
      return BAD;
    }
    long packed = 0;
    for (int i = start; i < end; i++) {
      char c = s.charAt(i);
      if (c == 0 || c > 127) {
        return BAD;
      }
      packed = PackedCode.append(packed, c);
    }
    return packed;
  }

  /** A contract code as a number that is unique among codes; blank is null. */
  static long contract(String s, int start, int end) {
    int length = end - start;
    if (length == 0) {
      return StockFuturesTrade.NULL;
    }
    if (length < ContractCode.MIN_LENGTH || length > ContractCode.MAX_LENGTH) {
      return BAD;
    }
    long key = 0;
    for (int i = start; i < end; i++) {
      char c = s.charAt(i);
      if (!ContractCode.isCodeCharacter(c)) {
        return BAD;
      }
      key = key * CONTRACT_RADIX + (c - '0' + 1);
    }
    return key;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
