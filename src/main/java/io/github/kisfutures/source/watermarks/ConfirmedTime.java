package io.github.kisfutures.source.watermarks;

import io.github.kisfutures.source.RecordOutput;

/**
 * Confirmed event time: one wrong clock must not close everybody's windows, so an event time counts
 * once the next frame bears it out. It is the largest, over all pairs of consecutive frames of a
 * session or capture, of the smaller of the two frames' largest event times. Not thread-safe.
 */
final class ConfirmedTime {
  private long previous = RecordOutput.NO_TIME;
  private long confirmed = RecordOutput.NO_TIME;

  /**
   * A frame was processed, its last record included.
   *
   * @param largest largest event time of the trades asked for in it, milliseconds since the epoch;
   *     {@link RecordOutput#NO_TIME} if it holds none, and then it is no frame of the pairs
   * @return whether confirmed event time has moved
   */
  boolean frame(long largest) {
    if (largest == RecordOutput.NO_TIME) {
      return false;
    }
    long borneOut = Math.min(previous, largest);
    previous = largest;
    if (borneOut <= confirmed) {
      return false;
    }
    confirmed = borneOut;
    return true;
  }

  /** Milliseconds since the epoch, or {@link RecordOutput#NO_TIME} before the first pair. */
  long millis() {
    return confirmed;
  }
}
