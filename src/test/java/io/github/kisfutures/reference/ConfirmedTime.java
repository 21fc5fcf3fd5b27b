package io.github.kisfutures.reference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Confirmed event time ({@code docs/numbers.md}, "Event time"): the largest, over all pairs of
 * consecutive data frames, of the smaller of the two frames' largest event times.
 */
final class ConfirmedTime {
  private @Nullable Instant ofPreviousFrame;
  private @Nullable Instant confirmed;

  /** Takes the largest event time of the next data frame. */
  void frame(Instant largest) {
    if (ofPreviousFrame != null) {
      Instant both = largest.isBefore(ofPreviousFrame) ? largest : ofPreviousFrame;
      if (confirmed == null || both.isAfter(confirmed)) {
        confirmed = both;
      }
    }
    ofPreviousFrame = largest;
  }

  /** Null before the second frame. */
  @Nullable Instant now() {
    return confirmed;
  }
}
