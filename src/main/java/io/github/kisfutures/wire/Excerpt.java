package io.github.kisfutures.wire;

/** A short, quoted, printable piece of a frame for messages. */
final class Excerpt {
  private static final int MAX_LENGTH = 40;

  private Excerpt() {}

  static String of(String text, int start, int end) {
    StringBuilder out = new StringBuilder("'");
    int stop = Math.min(end, start + MAX_LENGTH);
    for (int i = start; i < stop; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7f) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append(stop < end ? "...'" : "'").toString();
  }
}
