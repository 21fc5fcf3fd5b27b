package io.github.kisfutures.job.options;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** Options of what is computed ({@code docs/reference/options.md}). */
public final class AnalyticsOptions {
  /** Window sizes. */
  public static final ConfigOption<List<Duration>> WINDOWS =
      key("analytics.windows")
          .durationType()
          .asList()
          .defaultValues(Duration.ofMinutes(1))
          .withDescription("Sizes of the bars, as 10 s; 1 min; 5 min; aligned to KST midnight.");

  /** How long a hole may be filled. */
  public static final ConfigOption<Duration> GAP_SETTLE_TIME =
      key("analytics.gap-settle-time")
          .durationType()
          .defaultValue(Duration.ofSeconds(3))
          .withDescription("How long, in event time, a hole may be filled before it is a gap.");

  /** Default multiplier. */
  public static final ConfigOption<String> MULTIPLIER =
      key("contracts.multiplier")
          .stringType()
          .defaultValue("10")
          .withDescription("Shares per contract, unless the master file says otherwise.");

  /** Contract master. */
  public static final ConfigOption<String> MASTER_FILE =
      key("contracts.master-file")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "KIS's fo_stk_code_mts.mst, plain or .zip; its multipliers override the default.");

  private AnalyticsOptions() {}
}
