package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of one field: {@code docs/feed.md}, "Values", {@code docs/feed.md}, "Values". What
 * cannot be read is null.
 */
final class RawField {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
  private static final Pattern HHMMSS = Pattern.compile("([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]");
  private static final BigDecimal BEYOND_18_2 = BigDecimal.TEN.pow(16);

  private RawField() {}

  /** The value by the column's type; null for blank, unreadable and the 000000 of day times. */
  static @Nullable Object value(TickColumn column, String text) {
    String trimmed = text.trim();
    return switch (column.type()) {
      case STRING -> trimmed.isEmpty() ? null : trimmed;
      case BIGINT -> wholeNumber(trimmed);
      case DEC2 -> decimal(trimmed);
      case TIME -> time(trimmed, column.kisName().equals("BSOP_HOUR"));
      default -> throw new IllegalStateException("no field of the wire is " + column.type());
    };
  }

  private static @Nullable Long wholeNumber(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return null;
    }
    BigDecimal number = new BigDecimal(text);
    if (number.stripTrailingZeros().scale() > 0) {
      return null;
    }
    BigInteger whole = number.toBigIntegerExact();
    return whole.bitLength() < Long.SIZE ? whole.longValueExact() : null;
  }

  private static @Nullable BigDecimal decimal(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return null;
    }
    BigDecimal rounded = new BigDecimal(text).setScale(2, RoundingMode.HALF_UP);
    return rounded.abs().compareTo(BEYOND_18_2) < 0 ? rounded : null;
  }

  private static @Nullable LocalTime time(String text, boolean midnightIsATime) {
    if (!HHMMSS.matcher(text).matches() || text.equals("000000") && !midnightIsATime) {
      return null;
    }
    return LocalTime.of(
        Integer.parseInt(text.substring(0, 2)),
        Integer.parseInt(text.substring(2, 4)),
        Integer.parseInt(text.substring(4, 6)));
  }
}
