package io.github.kisfutures.wire;

import java.util.regex.Pattern;

/**
 * Removes keys from texts that go to people or tables. KIS echoes the approval key in an error text
 * ({@code docs/feed.md}, "Answers"), so every text of the server passes here before it is kept.
 */
public final class Redaction {
  /** What stands where a secret stood. */
  public static final String REDACTED = "[redacted]";

  private static final Pattern UUID =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
  private static final Pattern AFTER_INVALID_APPROVAL =
      Pattern.compile(
          "(invalid\\s+(?:approval|appkey)\\s*:\\s*+)(?!NOT FOUND)[^\"]+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SECRET_MEMBER =
      Pattern.compile(
          "(\"(?:approval_key|appkey|appsecret|secretkey)\"\\s*:\\s*\")[^\"]*",
          Pattern.CASE_INSENSITIVE);
  private static final int MIN_SECRET_LENGTH = 4;

  private Redaction() {}

  /** The text without anything that looks like an approval key or a secret member. */
  public static String redactKeys(String text) {
    String result = UUID.matcher(text).replaceAll(REDACTED);
    result = AFTER_INVALID_APPROVAL.matcher(result).replaceAll("$1" + REDACTED);
    return SECRET_MEMBER.matcher(result).replaceAll("$1" + REDACTED);
  }

  /** The text without keys and without the given secrets, wherever they stand. */
  public static String redact(String text, Iterable<String> secrets) {
    String result = text;
    for (String secret : secrets) {
      if (secret.length() >= MIN_SECRET_LENGTH) {
        result = result.replace(secret, REDACTED);
      }
    }
    return redactKeys(result);
  }
}
