package io.github.kisfutures.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.clock.RelativeClock;

/**
 * How far the splits of one subtask have come in what they received. What waits in our own queues
 * has arrived in time, however long a slow sink holds it up; the clock that closes windows must not
 * overtake it ({@code analytics.md} section 1 measures the delay of the feed, not ours).
 *
 * <p>Nobody tells how long the queues are, but records do: as long as they come one after another,
 * processing has reached the receive time of the latest. When none has come for {@value
 * #QUIET_MILLIS} ms of unhindered reading, the queues are empty and the wall clock counts. Time in
 * which the subtask was back-pressured is no reading, and Flink's activity clock leaves it out.
 */
final class Backlog {
  private static final long QUIET_MILLIS = 1_000;

  private final List<Input> inputs = new ArrayList<>();

  /** One split's part; the clock must stand still while the split is hindered. */
  Input input(RelativeClock activity) {
    Input input = new Input(activity);
    inputs.add(input);
    return input;
  }

  /** The receive time that processing has reached: now, unless a split has a backlog. */
  long reached(long now) {
    long reached = now;
    for (Input input : inputs) {
      reached = Math.min(reached, input.reachedAtMost());
    }
    return reached;
  }

  /** What one split has processed. */
  static final class Input {
    private final RelativeClock activity;
    private long latestReceived = FeedDeserializer.NO_TIMESTAMP;
    private long quietSince;
    private boolean fresh;

    private Input(RelativeClock activity) {
      this.activity = activity;
    }

    /**
     * A record was processed.
     *
     * @param received its receive time, or {@link FeedDeserializer#NO_TIMESTAMP}
     */
    void reached(long received) {
      if (received != FeedDeserializer.NO_TIMESTAMP) {
        latestReceived = received;
        fresh = true;
      }
    }

    private long reachedAtMost() {
      if (latestReceived == FeedDeserializer.NO_TIMESTAMP) {
        return Long.MAX_VALUE;
      }
      long active = activity.relativeTimeMillis();
      if (fresh) {
        quietSince = active;
        fresh = false;
      }
      long quiet = active - quietSince;
      return quiet < QUIET_MILLIS ? latestReceived + quiet : Long.MAX_VALUE;
    }
  }
}
