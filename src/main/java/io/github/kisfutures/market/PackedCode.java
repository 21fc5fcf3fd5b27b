package io.github.kisfutures.market;

/**
 * Short ASCII codes packed into a long, one byte a character, first character highest; so a code
 * costs no object until somebody reads it.
 */
public final class PackedCode {
  /** The longest code that fits. */
  public static final int MAX_LENGTH = 8;

  private static final String[] SINGLE = new String[128];

  static {
    for (char c = 0; c < SINGLE.length; c++) {
      SINGLE[c] = String.valueOf(c);
    }
  }

  private PackedCode() {}

  /**
   * Packs a code of 1 to 8 ASCII characters.
   *
   * @throws IllegalArgumentException if the code is empty, longer, or not ASCII
   */
  public static long pack(String code) {
    if (code.isEmpty() || code.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a code has 1 to " + MAX_LENGTH + " characters, not '" + code + "'");
    }
    long packed = 0;
    for (int i = 0; i < code.length(); i++) {
      packed = append(packed, code.charAt(i));
    }
    return packed;
  }

  /** Appends one character to a packed code of at most seven. */
  public static long append(long packed, char c) {
    if (c == 0 || c > 127) {
      throw new IllegalArgumentException("a code is ASCII, not U+" + Integer.toHexString(c));
    }
    return packed << 8 | c;
  }

  /** The code as text. */
  public static String unpack(long packed) {
    if (packed > 0 && packed < SINGLE.length) {
      return SINGLE[(int) packed];
    }
    char[] text = new char[MAX_LENGTH];
    int start = MAX_LENGTH;
    for (long rest = packed; rest != 0; rest >>>= 8) {
      text[--start] = (char) (rest & 0x7f);
    }
    return new String(text, start, MAX_LENGTH - start);
  }
}
