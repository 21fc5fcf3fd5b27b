package io.github.kisfutures.analytics;

import io.github.kisfutures.analytics.bars.WindowSizes;
import io.github.kisfutures.market.ContractNames;
import io.github.kisfutures.market.Multipliers;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What the analytics need to know ({@code docs/reference/options.md}).
 *
 * @param windows sizes of the bars, whole seconds from 1 s to 24 h, none twice ({@code
 *     analytics.windows})
 * @param gapSettleTime how long a hole in the volume may still be filled, in event time ({@code
 *     analytics.gap-settle-time})
 * @param multipliers shares per contract ({@code contracts.multiplier}, {@code
 *     contracts.master-file})
 * @param names what contracts are called ({@code contracts.master-file})
 */
public record AnalyticsSettings(
    List<Duration> windows, Duration gapSettleTime, Multipliers multipliers, ContractNames names)
    implements Serializable {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException with a sentence that names the option and the fix
   */
  public AnalyticsSettings {
    windows = List.copyOf(windows);
    WindowSizes.of(windows);
    if (gapSettleTime.isNegative()) {
      throw new IllegalArgumentException(
          "analytics.gap-settle-time is negative ("
              + gapSettleTime
              + "): give 0 s or more, as 3 s");
    }
    Objects.requireNonNull(multipliers, "multipliers");
    Objects.requireNonNull(names, "names");
  }
}
