package io.github.kisfutures.wire;

/** A short, quoted, printable piece of a frame for messages, keys redacted. */
final class Excerpt {
  private static final int MAX_LENGTH = 40;

  /** Enough that a key which begins in the excerpt is seen whole. */
  private static final int LOOKED_AT = 256;

  private Excerpt() {}

  static String of(String text, int start, int end) {
    String piece = Redaction.redactKeys(text.substring(start, Math.min(end, start + LOOKED_AT)));
    StringBuilder out = new StringBuilder("'");
    int stop = Math.min(piece.length(), MAX_LENGTH);
    for (int i = 0; i < stop; i++) {
      char c = piece.charAt(i);
      if (c < ' ' || c == 0x7f) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append(stop < piece.length() ? "...'" : "'").toString();
  }
}
