package io.github.kisfutures.wire;

/** Why a frame was not decoded; the name is the code in {@code rejected_frames}. */
public enum RejectionReason {
  /** The text is no data frame and no control message. */
  MALFORMED,
  /** The data frame carries another TR than H0ZFCNT0. */
  UNKNOWN_TR,
  /** The encryption flag is 1; H0ZFCNT0 is always plain. */
  ENCRYPTED,
  /** The record count is not a positive integer. */
  BAD_COUNT,
  /** The number of tokens is no multiple of the record count. */
  COUNT_MISMATCH,
  /** A record has fewer than 49 fields. */
  TOO_NARROW,
  /** A mandatory field is blank or not a number. */
  MISSING_FIELD,
  /** The contract is not 6 to 9 characters of 0-9 and A-Z. */
  BAD_CONTRACT,
  /** A mandatory number is not one, or does not fit. */
  BAD_NUMBER,
  /** The trade time is not HHMMSS. */
  BAD_TIME,
  /** A line of a capture is not receive time, tab, frame. */
  BAD_CAPTURE_LINE
}
