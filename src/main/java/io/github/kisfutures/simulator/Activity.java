package io.github.kisfutures.simulator;

/**
 * Shares the market's rate among its contracts: the first is the busiest, the last the quietest,
 * but nobody gets less than {@value #FLOOR_PERCENT} percent of an equal share. With gaps of at most
 * twice their mean, ten contracts at 20 trades a second leave none alone for more than 3 seconds.
 */
final class Activity {
  private static final int FLOOR_PERCENT = 55;
  private static final double MICROS_PER_SECOND = 1_000_000;

  private Activity() {}

  /** Mean time between two bursts of the contract at {@code rank} (from 0), microseconds. */
  static long meanGapMicros(MarketSettings settings, int rank) {
    int contracts = settings.contracts().size();
    double floor = FLOOR_PERCENT / 100.0 / contracts;
    double share = floor + (1 - FLOOR_PERCENT / 100.0) * weight(rank) / totalWeight(contracts);
    double burstsPerSecond = settings.tradesPerSecond() * share * 100 / BurstSize.perHundred();
    return Math.max(1, Math.round(MICROS_PER_SECOND / burstsPerSecond));
  }

  private static double totalWeight(int contracts) {
    double total = 0;
    for (int rank = 0; rank < contracts; rank++) {
      total += weight(rank);
    }
    return total;
  }

  private static double weight(int rank) {
    return 1.0 / ((rank + 1) * (rank + 1));
  }
}
