package io.github.kisfutures.table;

import io.github.kisfutures.wire.Redaction;

/** What becomes of frames that cannot be decoded. */
enum FaultyFrames {
  /** They are left out; the source's metrics count them. */
  SKIP,
  /** The first one fails the query. */
  FAIL;

  /**
   * A faulty frame was found.
   *
   * @param where which one it is
   * @param what its fault
   */
  void found(String where, String what) {
    if (this == FAIL) {
      throw new FaultyFrameException(
          where
              + " cannot be decoded: "
              + Redaction.redactKeys(what)
              + "; set 'kis.ignore-parse-errors' = 'true' to leave such frames out");
    }
  }
}
