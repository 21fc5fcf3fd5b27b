package io.github.kisfutures.simulator;

import java.util.List;
import java.util.Map;

/**
 * The contracts of a simulated market nobody configured: plausible codes, busiest first ({@code
 * docs/feed.md}, "Contracts").
 */
public final class DefaultContracts {
  /** Ten short codes, busiest first. */
  public static final List<String> CODES =
      List.of(
          "A11610", "A50607", "111V06", "A16610", "A13610", "A12610", "A15610", "A17610", "A50610",
          "111W08");

  private static final Map<String, Long> PRICES =
      Map.of(
          "A11610", 94_300L,
          "A50607", 412_500L,
          "111V06", 77_900L,
          "A16610", 231_000L,
          "A13610", 318_500L,
          "A12610", 56_200L,
          "A15610", 23_650L,
          "A17610", 1_874L,
          "A50610", 415_000L,
          "111W08", 71_400L);

  private static final long LOWEST = 4_000;
  private static final long HIGHEST = 300_000;

  private DefaultContracts() {}

  /** The previous day's price, won, off the tick grid; drawn where the code is not one of ours. */
  static long startingPrice(String contract, SeededRandom random) {
    Long known = PRICES.get(contract);
    return known != null ? known : random.between(LOWEST, HIGHEST);
  }
}
