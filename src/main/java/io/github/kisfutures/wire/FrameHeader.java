package io.github.kisfutures.wire;

import org.jspecify.annotations.Nullable;

/**
 * The part of a data frame before its payload: {@code flag "|" tr_id "|" count "|"} ({@code
 * docs/feed.md}, "Frames").
 *
 * @param count number of records announced, at least 1
 * @param payloadStart index of the payload's first character
 * @param rejection why the frame cannot be read, or null when it can
 */
record FrameHeader(int count, int payloadStart, DecodedFrame.@Nullable Rejection rejection) {
  private static final int MAX_COUNT_DIGITS = 6;

  static FrameHeader parse(String frame, String expectedTrId) {
    int length = frame.length();
    if (length < 2
        || (frame.charAt(0) != '0' && frame.charAt(0) != '1')
        || frame.charAt(1) != '|') {
      return rejected(RejectionReason.MALFORMED, "the frame does not begin with 0| or 1|", 0);
    }
    int trEnd = frame.indexOf('|', 2);
    if (trEnd < 0) {
      return rejected(RejectionReason.MALFORMED, "the frame ends within its TR id", length);
    }
    if (trEnd - 2 != expectedTrId.length() || !frame.startsWith(expectedTrId, 2)) {
      return rejected(
          RejectionReason.UNKNOWN_TR,
          "the TR is " + Excerpt.of(frame, 2, trEnd) + ", not " + expectedTrId,
          2);
    }
    if (frame.charAt(0) == '1') {
      return rejected(RejectionReason.ENCRYPTED, "the frame is flagged as encrypted", 0);
    }
    int countStart = trEnd + 1;
    int countEnd = frame.indexOf('|', countStart);
    if (countEnd < 0) {
      return rejected(RejectionReason.MALFORMED, "the frame ends within its record count", length);
    }
    int count = count(frame, countStart, countEnd);
    if (count <= 0) {
      return rejected(
          RejectionReason.BAD_COUNT,
          "the record count is " + Excerpt.of(frame, countStart, countEnd),
          countStart);
    }
    return new FrameHeader(count, countEnd + 1, null);
  }

  /** The count, or -1 if it is none. */
  private static int count(String frame, int start, int end) {
    if (start == end || end - start > MAX_COUNT_DIGITS) {
      return -1;
    }
    int count = 0;
    for (int i = start; i < end; i++) {
      int digit = frame.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      count = count * 10 + digit;
    }
    return count;
  }

  private static FrameHeader rejected(RejectionReason reason, String detail, int position) {
    return new FrameHeader(0, 0, new DecodedFrame.Rejection(reason, detail, position));
  }
}
