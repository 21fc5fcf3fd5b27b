package io.github.kisfutures.wire;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Broken texts for fuzzing: random ones, and valid ones with a few faults. */
final class Mutations {
  private static final int MAX_FAULTS = 3;
  private static final int MAX_RANDOM_BYTES = 400;
  private static final String INTERESTING =
      "0123456789^|^|-+.,:TZ{}[]\"\\ \t\r\nNanifABZz\u0000\u007f\u0080é가０\ud83d\ufeff";
  private static final String[] TOKENS = {
    "",
    "nan",
    "-nan",
    "inf",
    "-",
    "-0.00",
    "1.2.3",
    "12.345",
    "+5",
    "1e5",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775807",
    "99999999999999999999",
    "240000",
    "000000",
    "^^",
    "||",
    "null",
    "{}",
    "\"rt_cd\":\"0\"",
    "+999999999-12-31T23:59:59Z",
    "2026-02-30",
    "\t",
    "0|H0ZFCNT0|001|",
    "\\u0000",
    "\ud83d\ude00", // one character of two chars
    "\ude00\ud83d"
  };

  private Mutations() {}

  /** Bytes at random as text, or characters that mean something to a parser. */
  static String randomText(Random random, String ignored) {
    int length = random.nextInt(MAX_RANDOM_BYTES);
    if (random.nextBoolean()) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "0|H0ZFCNT0|001|" : "");
    for (int i = 0; i < length; i++) {
      text.append(interesting(random));
    }
    return text.toString();
  }

  /** The text with one to three faults. */
  static String mutate(Random random, String valid) {
    StringBuilder text = new StringBuilder(valid);
    for (int faults = 1 + random.nextInt(MAX_FAULTS); faults > 0; faults--) {
      fault(random, text);
    }
    return text.toString();
  }

  private static void fault(Random random, StringBuilder text) {
    int at = text.isEmpty() ? 0 : random.nextInt(text.length());
    switch (random.nextInt(8)) {
      case 0 -> text.insert(at, interesting(random));
      case 1 -> text.insert(at, TOKENS[random.nextInt(TOKENS.length)]);
      case 2 -> text.delete(at, at + 1 + random.nextInt(3));
      case 3 -> text.setLength(at);
      case 4 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 60)));
      case 5 -> replaceField(random, text, at);
      default -> {
        if (!text.isEmpty()) {
          text.setCharAt(at, interesting(random));
        }
      }
    }
  }

  /** Puts a token in place of the field around a position. */
  private static void replaceField(Random random, StringBuilder text, int at) {
    int start = text.lastIndexOf("^", at) + 1;
    int end = text.indexOf("^", at);
    String token = TOKENS[random.nextInt(TOKENS.length)];
    text.replace(Math.min(start, at), end < 0 ? text.length() : Math.max(end, at), token);
  }

  private static char interesting(Random random) {
    return INTERESTING.charAt(random.nextInt(INTERESTING.length()));
  }
}
