package io.github.kisfutures.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The column types of the result tables, each with one canonical text for a value. */
public enum ColumnType {
  STRING,
  BIGINT,
  /** DECIMAL(20,0). */
  DEC0,
  /** DECIMAL(18,2) and DECIMAL(9,2). */
  DEC2,
  /** DECIMAL(18,4). */
  DEC4,
  /** DECIMAL(9,6). */
  DEC6,
  BOOLEAN,
  /** DATE, yyyy-MM-dd. */
  DATE,
  /** TIME(0), HH:mm:ss. */
  TIME,
  /** TIMESTAMP_LTZ(3), as {@link Instant#toString()}. */
  LTZ;

  private static final DateTimeFormatter TIME_TEXT = DateTimeFormatter.ofPattern("HH:mm:ss");

  /** Canonical text of a computed value; null stays null. Throws when the value does not fit. */
  public @Nullable String text(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (this) {
      case STRING, BOOLEAN -> value.toString();
      case BIGINT, DEC0 -> withScale(value, 0);
      case DEC2 -> withScale(value, 2);
      case DEC4 -> withScale(value, 4);
      case DEC6 -> withScale(value, 6);
      case DATE -> ((LocalDate) value).toString();
      case TIME -> ((LocalTime) value).format(TIME_TEXT);
      case LTZ -> ((Instant) value).toString();
    };
  }

  /**
   * Canonical text of a JSON value; null and absent are null. A value of the wrong kind (a number
   * in quotes, digits beyond the scale, a timestamp without zone) comes back as its raw JSON with a
   * remark, so that it differs from every canonical text.
   */
  public @Nullable String text(@Nullable JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return null;
    }
    boolean rightKind =
        switch (this) {
          case BIGINT, DEC0, DEC2, DEC4, DEC6 -> node.isNumber();
          case BOOLEAN -> node.isBoolean();
          case STRING, DATE, TIME, LTZ -> node.isTextual();
        };
    if (!rightKind) {
      return node + " (not " + this + ")";
    }
    try {
      return switch (this) {
        case STRING, BOOLEAN -> node.asText();
        case BIGINT, DEC0, DEC2, DEC4, DEC6 -> text(node.decimalValue());
        case DATE -> text(LocalDate.parse(node.asText()));
        case TIME -> text(LocalTime.parse(node.asText()));
        case LTZ -> text(OffsetDateTime.parse(node.asText()).toInstant());
      };
    } catch (DateTimeException | ArithmeticException e) {
      return node + " (not " + this + ")";
    }
  }

  private static String withScale(Object value, int scale) {
    return new BigDecimal(value.toString()).setScale(scale).toPlainString();
  }
}
