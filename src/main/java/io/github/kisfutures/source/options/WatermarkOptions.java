package io.github.kisfutures.source.options;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** Options of the project's watermarks ({@code docs/reference/options.md}). */
public final class WatermarkOptions {
  /** How far trades may be out of order. */
  public static final ConfigOption<Duration> MAX_OUT_OF_ORDERNESS =
      key("analytics.max-out-of-orderness")
          .durationType()
          .defaultValue(Duration.ofSeconds(2))
          .withDescription("How far behind the latest event time a trade may still arrive.");

  /** How late the feed may be. */
  public static final ConfigOption<Duration> MAX_FEED_DELAY =
      key("analytics.max-feed-delay")
          .durationType()
          .defaultValue(Duration.ofSeconds(5))
          .withDescription("Live: a window closes at the latest so long after its end.");

  private WatermarkOptions() {}

  /** Both of them. */
  public static List<ConfigOption<?>> all() {
    return List.of(MAX_OUT_OF_ORDERNESS, MAX_FEED_DELAY);
  }
}
