package io.github.kisfutures.market;

/**
 * KRX derivatives short codes such as {@code 111V06} or {@code A50607} ({@code kis-protocol.md}
 * section 8).
 */
public final class ContractCode {
  /** Shortest code. */
  public static final int MIN_LENGTH = 6;

  /** Longest code. */
  public static final int MAX_LENGTH = 9;

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
}
