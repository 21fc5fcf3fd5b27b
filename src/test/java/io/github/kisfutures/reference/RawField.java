package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of one field: {@code docs/feed.md}, "Values". */
final class RawField {
  private static final Set<String> NOT_A_NUMBER =
      Set.of("nan", "-nan", "+nan", "inf", "-inf", "+inf");

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern TWO_DIGITS = Pattern.compile("-?[0-9]{1,16}(\\.[0-9]{1,2})?");
  private static final Pattern HHMMSS = Pattern.compile("([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]");

  private RawField() {}

  /** The value by the column's type, null for blank, not-a-number and the 000000 of day times. */
  static @Nullable Object value(TickColumn column, String text) throws RejectedFrameException {
    String trimmed = text.trim();
    if (trimmed.isEmpty()) {
      return null;
    }
    return switch (column.type()) {
      case STRING -> trimmed;
      case BIGINT -> wholeNumber(column, trimmed);
      case DEC2 -> decimal(column, trimmed);
      case TIME -> time(column, trimmed);
      default -> throw new IllegalStateException("no field of the wire is " + column.type());
    };
  }

  private static @Nullable Long wholeNumber(TickColumn column, String text)
      throws RejectedFrameException {
    if (NOT_A_NUMBER.contains(text.toLowerCase(Locale.ROOT))) {
      return null;
    }
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      throw new RejectedFrameException(column.kisName() + " is not a whole number: " + text);
    }
    return Long.valueOf(text);
  }

  private static @Nullable BigDecimal decimal(TickColumn column, String text)
      throws RejectedFrameException {
    if (NOT_A_NUMBER.contains(text.toLowerCase(Locale.ROOT))) {
      return null;
    }
    if (!TWO_DIGITS.matcher(text).matches()) {
      throw new RejectedFrameException(column.kisName() + " is not a %.2f number: " + text);
    }
    return new BigDecimal(text).setScale(2);
  }

  private static @Nullable LocalTime time(TickColumn column, String text)
      throws RejectedFrameException {
    if (!HHMMSS.matcher(text).matches()) {
      throw new RejectedFrameException(column.kisName() + " is not HHMMSS: " + text);
    }
    if (text.equals("000000") && !column.kisName().equals("BSOP_HOUR")) {
      return null;
    }
    return LocalTime.of(
        Integer.parseInt(text.substring(0, 2)),
        Integer.parseInt(text.substring(2, 4)),
        Integer.parseInt(text.substring(4, 6)));
  }
}
