package io.github.kisfutures.analytics.alerts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is known of a contract's silence; kept in state.
 *
 * @param sinceMillis event time of its last trade that the watermark has reached, or when the
 *     contract was first looked for
 * @param traded whether it was a trade
 * @param checkAtMillis when it is looked at again; a timer is set for it
 * @param ahead event times of trades that the watermark has not reached, ascending: one that is
 *     still on its way may be earlier
 */
record SilenceWatch(long sinceMillis, boolean traded, long checkAtMillis, List<Long> ahead) {
  SilenceWatch {
    ahead = List.copyOf(ahead);
  }

  /** With one more trade ahead of the watermark. */
  SilenceWatch withAhead(long atMillis) {
    int place = Collections.binarySearch(ahead, atMillis);
    if (place >= 0) {
      return this;
    }
    List<Long> more = new ArrayList<>(ahead);
    more.add(-place - 1, atMillis);
    return new SilenceWatch(sinceMillis, traded, checkAtMillis, more);
  }

  /** After a trade that the watermark has reached. */
  SilenceWatch since(long atMillis) {
    return new SilenceWatch(
        atMillis, true, checkAtMillis, ahead.stream().filter(trade -> trade > atMillis).toList());
  }

  SilenceWatch checkAt(long millis) {
    return new SilenceWatch(sinceMillis, traded, millis, ahead);
  }
}
