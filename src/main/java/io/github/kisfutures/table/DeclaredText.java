package io.github.kisfutures.table;

import java.io.Serializable;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.CharType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.VarCharType;

/**
 * How a declared type holds a text, as SQL's CAST would give it: {@code VARCHAR(n)} and {@code
 * CHAR(n)} cut it to n characters, {@code CHAR(n)} fills it with blanks, {@code STRING} and types
 * that are no texts leave it alone.
 *
 * @param length the most characters
 * @param filled whether a shorter text is filled up
 */
record DeclaredText(int length, boolean filled) implements Serializable {
  private static final DeclaredText UNCHANGED = new DeclaredText(VarCharType.MAX_LENGTH, false);

  static DeclaredText of(LogicalType declared) {
    if (declared instanceof CharType fixed) {
      return new DeclaredText(fixed.getLength(), true);
    }
    return declared instanceof VarCharType varying
        ? new DeclaredText(varying.getLength(), false)
        : UNCHANGED;
  }

  /** The text as a column of that type shows it. */
  String fit(String text) {
    if (text.length() >= length) {
      return text.substring(0, length);
    }
    return filled ? text + " ".repeat(length - text.length()) : text;
  }

  /** Whether a cast to that type changes nothing. */
  boolean isKeptBy(LogicalType other) {
    return other instanceof VarCharType varying && varying.getLength() >= length;
  }

  /** The value as a column of that type shows it. */
  TradeValue fitted(TradeValue value) {
    if (equals(UNCHANGED)) {
      return value;
    }
    return trade -> {
      Object text = value.of(trade);
      return text == null ? null : StringData.fromString(fit(text.toString()));
    };
  }
}
