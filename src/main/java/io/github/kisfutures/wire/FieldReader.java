package io.github.kisfutures.wire;

import io.github.kisfutures.market.ContractCode;
import io.github.kisfutures.market.PackedCode;
import io.github.kisfutures.market.StockFuturesTrade;

/**
 * Turns the characters of one field into its raw value, without creating objects. A value that
 * cannot be read yields {@link #BAD}.
 *
 * <p>Rules ({@code kis-protocol.md} section 6): integers print plain, decimals with two digits,
 * negatives with {@code -}; blank and {@code nan}, {@code -nan}, {@code inf}, {@code -inf} are
 * null.
 */
final class FieldReader {
  /** Not a value of the field's kind; no legal value can have it. */
  static final long BAD = Long.MIN_VALUE + 1;

  private static final int DECIMALS = 2;

  /** More than the characters from '0' to 'Z'; its ninth power fits a long. */
  private static final long CONTRACT_RADIX = 44;

  private static final long MAX_BEFORE_DIGIT = Long.MAX_VALUE / 10;

  private FieldReader() {}

  /** A plain integer. */
  static long integer(String s, int start, int end) {
    return number(s, start, end, 0);
  }

  /** A number with up to two decimals (more only if they are zero), in hundredths. */
  static long decimal(String s, int start, int end) {
    return number(s, start, end, DECIMALS);
  }

  private static long number(String s, int start, int end, int scale) {
    if (start == end) {
      return StockFuturesTrade.NULL;
    }
    boolean negative = s.charAt(start) == '-';
    int i = negative ? start + 1 : start;
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
    return negative && value != BAD ? -value : value;
  }

  /**
   * Continues after the integer digits: an optional point and decimals, scaled up to {@code scale}.
   */
  private static long fraction(String s, int start, int end, int scale, long integer) {
    long value = integer;
    int i = start;
    int decimals = 0;
    if (i < end) {
      if (scale == 0 || s.charAt(i) != '.' || i + 1 == end) {
        return BAD;
      }
      for (i++; i < end; i++) {
        char c = s.charAt(i);
        if (!isDigit(c) || (decimals == scale && c != '0')) {
          return BAD;
        }
        if (decimals < scale) {
          value = appendDigit(value, c);
          decimals++;
        }
        if (value < 0) {
          return BAD;
        }
      }
    }
    for (; decimals < scale; decimals++) {
      value = appendDigit(value, '0');
      if (value < 0) {
        return BAD;
      }
    }
    return value;
  }

  /** The value with a digit appended, or a negative number where that does not fit. */
  private static long appendDigit(long value, char digit) {
    return value > MAX_BEFORE_DIGIT ? -1 : value * 10 + (digit - '0');
  }

  private static boolean isNotANumber(String s, int start, int end) {
    return end - start == 3
        && (s.regionMatches(true, start, "nan", 0, 3) || s.regionMatches(true, start, "inf", 0, 3));
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
