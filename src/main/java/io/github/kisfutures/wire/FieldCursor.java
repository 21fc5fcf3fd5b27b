package io.github.kisfutures.wire;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import java.nio.charset.StandardCharsets;

/**
 * Walks over the fields of a frame's payload, each read and passed over in one step. Fields of the
 * usual form are read straight from the bytes; everything else is left to {@link FieldReader},
 * which defines what a field may be. Not thread-safe.
 */
final class FieldCursor {
  private static final byte SEPARATOR = '^';
  private static final int SAFE_DIGITS = 16;
  private static final int TIME_LENGTH = 6;

  private String text = "";
  private byte[] bytes = new byte[0];
  private int end;
  private int position;
  private int fieldStart;

  /** Begins at {@code start} of a frame; {@code end} is where the last field ends. */
  void begin(String frame, int start, int frameEnd) {
    text = frame;
    bytes = bytes(frame);
    end = frameEnd;
    position = start;
    fieldStart = start;
  }

  /** One byte per char; {@code ?} for one outside of ISO 8859-1, which no fast path takes. */
  private static byte[] bytes(String frame) {
    byte[] encoded = frame.getBytes(StandardCharsets.ISO_8859_1);
    if (encoded.length == frame.length()) {
      return encoded;
    }
    // the JDK writes one '?' for the two chars of a character such as an emoji
    byte[] perChar = new byte[frame.length()];
    for (int i = 0; i < perChar.length; i++) {
      char c = frame.charAt(i);
      perChar[i] = (byte) (c < 0x100 ? c : '?');
    }
    return perChar;
  }

  /** Whether there is another field. */
  boolean hasNext() {
    return position <= end;
  }

  /** Where the field read last begins. */
  int fieldStart() {
    return fieldStart;
  }

  /** Where the field read last ends. */
  int fieldEnd() {
    return position - 1;
  }

  /** Passes over a field. */
  void skip() {
    fieldStart = position;
    position = separator(position) + 1;
  }

  /** Number of fields from here to the end. */
  int remaining() {
    int fields = hasNext() ? 1 : 0;
    byte[] b = bytes;
    for (int i = position; i < end; i++) {
      if (b[i] == SEPARATOR) {
        fields++;
      }
    }
    return fields;
  }

  /** The raw value of the next field, or {@link FieldReader#BAD}. */
  long next(TradeField.Kind kind) {
    fieldStart = position;
    return switch (kind) {
      case LONG -> integer();
      case DECIMAL -> decimal();
      case CODE -> code();
      case TRADE_TIME -> time();
      case TIME -> zeroIsNull(time());
      case CONTRACT -> contract();
    };
  }

  private static long zeroIsNull(long time) {
    return time == 0 ? StockFuturesTrade.NULL : time;
  }

  private long integer() {
    byte[] b = bytes;
    int stop = end;
    int i = position;
    boolean negative = i < stop && b[i] == '-';
    if (negative) {
      i++;
    }
    int first = i;
    long value = 0;
    while (i < stop && b[i] >= '0' && b[i] <= '9') {
      value = value * 10 + (b[i] - '0');
      i++;
    }
    int digits = i - first;
    if (digits > 0 && digits <= SAFE_DIGITS && (i == stop || b[i] == SEPARATOR)) {
      position = i + 1;
      return negative ? -value : value;
    }
    skip();
    return FieldReader.integer(text, fieldStart, fieldEnd());
  }

  private long decimal() {
    byte[] b = bytes;
    int stop = end;
    int i = position;
    boolean negative = i < stop && b[i] == '-';
    if (negative) {
      i++;
    }
    int first = i;
    long value = 0;
    while (i < stop && b[i] >= '0' && b[i] <= '9') {
      value = value * 10 + (b[i] - '0');
      i++;
    }
    int digits = i - first;
    if (digits > 0 && digits <= SAFE_DIGITS && isTwoDecimals(b, i, stop)) {
      position = i + 4;
      value = value * 100 + (b[i + 1] - '0') * 10L + (b[i + 2] - '0');
      return negative ? -value : value;
    }
    skip();
    return FieldReader.decimal(text, fieldStart, fieldEnd());
  }

  /** Whether a point, two digits and the field's end stand at {@code i}. */
  private static boolean isTwoDecimals(byte[] b, int i, int stop) {
    return i + 3 <= stop
        && b[i] == '.'
        && b[i + 1] >= '0'
        && b[i + 1] <= '9'
        && b[i + 2] >= '0'
        && b[i + 2] <= '9'
        && (i + 3 == stop || b[i + 3] == SEPARATOR);
  }

  private long code() {
    int i = position;
    if (i < end && (i + 1 == end || bytes[i + 1] == SEPARATOR)) {
      byte c = bytes[i];
      if (c > 0 && c != '?' && c != SEPARATOR) {
        position = i + 2;
        return c;
      }
    }
    skip();
    return FieldReader.code(text, fieldStart, fieldEnd());
  }

  private long time() {
    skip();
    return fieldEnd() - fieldStart == TIME_LENGTH || fieldEnd() == fieldStart
        ? FieldReader.time(text, fieldStart, fieldEnd())
        : FieldReader.BAD;
  }

  private long contract() {
    skip();
    return FieldReader.contract(text, fieldStart, fieldEnd());
  }

  private int separator(int from) {
    byte[] b = bytes;
    int i = from;
    while (i < end && b[i] != SEPARATOR) {
      i++;
    }
    return i;
  }
}
