package io.github.kisfutures.wire;

import java.util.BitSet;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Removes secrets from texts that go to people or tables. KIS echoes the approval key in an error
 * text, so every text of the server passes here before it is kept; and so does what commands say of
 * a script or an address, which may hold a password.
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
  private static final Pattern PASSWORD =
      Pattern.compile(
          "((?:password|passwd|pwd|secret|token)['\"]?\\s*=\\s*['\"]?)[^'\"&;\\s]+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PASSWORD_BEFORE_HOST = Pattern.compile("(://[^/\\s:@]*:)[^@/\\s]+@");

  /** KIS's keys have 36 characters and its secrets 180; a shorter text may be part of a word. */
  private static final int CERTAIN_LENGTH = 16;

  private static final int MIN_SECRET_LENGTH = 4;

  /** What a field of a trade may hold. */
  private static final Pattern FIELD = Pattern.compile("[0-9A-Z+.-]{1,15}");

  private Redaction() {}

  /** The text without anything that looks like an approval key, a secret member or a password. */
  public static String redactKeys(String text) {
    String result = UUID.matcher(text).replaceAll(REDACTED);
    result = AFTER_INVALID_APPROVAL.matcher(result).replaceAll("$1" + REDACTED);
    result = SECRET_MEMBER.matcher(result).replaceAll("$1" + REDACTED);
    result = PASSWORD.matcher(result).replaceAll("$1" + REDACTED);
    return PASSWORD_BEFORE_HOST.matcher(result).replaceAll("$1" + REDACTED + "@");
  }

  /**
   * The text without keys and without the given secrets: wherever they stand, also where one
   * contains or overlaps another; those of fewer than 16 characters as whole words only, those of
   * fewer than 4 not at all.
   */
  public static String redact(String text, Collection<String> secrets) {
    return redactKeys(without(text, secrets));
  }

  /**
   * A data frame without the given secrets, as {@link #redact}, but for those that could be a
   * field's value: a trade must not be lost for an app key of 4 digits. What looks like a key stays
   * until the frame is rejected. Costs a search for each secret.
   */
  public static String redactFrame(String frame, Collection<String> secrets) {
    for (String secret : secrets) {
      if (frame.contains(secret)) {
        return without(
            frame, secrets.stream().filter(some -> !FIELD.matcher(some).matches()).toList());
      }
    }
    return frame;
  }

  private static String without(String text, Collection<String> secrets) {
    BitSet secret = new BitSet();
    secrets.forEach(some -> mark(text, some, secret));
    StringBuilder result = new StringBuilder();
    int copied = 0;
    for (int from = secret.nextSetBit(0); from >= 0; from = secret.nextSetBit(copied)) {
      result.append(text, copied, from).append(REDACTED);
      copied = secret.nextClearBit(from);
    }
    return result.append(text, copied, text.length()).toString();
  }

  private static void mark(String text, String secret, BitSet marked) {
    if (secret.length() < MIN_SECRET_LENGTH) {
      return;
    }
    for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
      int end = at + secret.length();
      if (secret.length() >= CERTAIN_LENGTH || (isEdge(text, at - 1) && isEdge(text, end))) {
        marked.set(at, end);
      }
    }
  }

  private static boolean isEdge(String text, int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }
}
