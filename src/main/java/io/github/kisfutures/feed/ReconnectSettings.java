package io.github.kisfutures.feed;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long a session waits between connections: options {@code feed.reconnect.*} ({@code
 * docs/reference/options.md}).
 *
 * @param initialDelay shortest wait after a lost connection
 * @param maxDelay longest wait
 * @param jitter random share of a wait, plus or minus, in [0,1)
 * @param inUseDelay shortest wait after KIS said that the app key or the approval key is not free
 */
public record ReconnectSettings(
    Duration initialDelay, Duration maxDelay, double jitter, Duration inUseDelay)
    implements Serializable {

  /** Checks every option; the message names the option's key. */
  public ReconnectSettings {
    FeedSettings.requirePositive("feed.reconnect.initial-delay", initialDelay);
    FeedSettings.requirePositive("feed.reconnect.max-delay", maxDelay);
    FeedSettings.requirePositive("feed.reconnect.in-use-delay", inUseDelay);
    if (maxDelay.compareTo(initialDelay) < 0) {
      throw new IllegalArgumentException(
          "feed.reconnect.max-delay is "
              + maxDelay
              + ", shorter than feed.reconnect.initial-delay "
              + initialDelay
              + "; make it at least as long");
    }
    if (!(jitter >= 0 && jitter < 1)) {
      throw new IllegalArgumentException(
          "feed.reconnect.jitter is " + jitter + "; it must be at least 0 and below 1, as 0.2");
    }
  }

  /** The documented defaults: 5 s, 5 min, 0.2, 20 s. */
  public static ReconnectSettings defaults() {
    return new ReconnectSettings(
        Duration.ofSeconds(5), Duration.ofMinutes(5), 0.2, Duration.ofSeconds(20));
  }
}
