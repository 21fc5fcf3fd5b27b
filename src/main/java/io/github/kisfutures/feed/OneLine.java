package io.github.kisfutures.feed;

/** A server's text, fit for one sentence: one line, printable, not too long. */
final class OneLine {
  private OneLine() {}

  static String of(String text, int maxLength) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && i < maxLength; i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) ? ' ' : c);
    }
    if (text.length() > maxLength) {
      out.append("...");
    }
    return out.toString().strip();
  }
}
