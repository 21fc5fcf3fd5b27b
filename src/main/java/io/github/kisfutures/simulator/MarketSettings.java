package io.github.kisfutures.simulator;

import io.github.kisfutures.market.ContractCode;
import java.util.List;
import java.util.Set;

/**
 * What a simulated market trades.
 *
 * @param contracts short codes, each once, busiest first
 * @param tradesPerSecond mean over time of all contracts' trades together, more than 0
 * @param seed the same seed, settings and date give the same day
 */
public record MarketSettings(List<String> contracts, double tradesPerSecond, long seed) {
  /** Beyond this the clock of the model (microseconds) is too coarse. */
  private static final double MAX_RATE = 1_000_000;

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException with one sentence, if there is no contract, one twice or one
   *     that is no code, or the rate is out of range
   */
  public MarketSettings {
    contracts = List.copyOf(contracts);
    contracts.forEach(ContractCode::require);
    if (contracts.isEmpty()) {
      throw new IllegalArgumentException("a simulated market needs at least one contract");
    }
    if (Set.copyOf(contracts).size() != contracts.size()) {
      throw new IllegalArgumentException(
          "a simulated market names every contract once, not as in " + contracts);
    }
    if (!(tradesPerSecond > 0 && tradesPerSecond <= MAX_RATE)) {
      throw new IllegalArgumentException(
          "trades per second must be more than 0 and at most 1000000, not " + tradesPerSecond);
    }
  }

  /** The default contracts at a rate. */
  public static MarketSettings ofDefaultContracts(double tradesPerSecond, long seed) {
    return new MarketSettings(DefaultContracts.CODES, tradesPerSecond, seed);
  }
}
