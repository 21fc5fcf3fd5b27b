package io.github.kisfutures.text;

/** The mark that some editors put before a UTF-8 text; it is no part of it. */
public final class ByteOrderMark {
  /** The mark, decoded. */
  public static final char MARK = '\uFEFF';

  private ByteOrderMark() {}

  /** The text without a mark before it. */
  public static String skip(String text) {
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }
}
