package io.github.kisfutures.analytics.alerts;

/**
 * What a watch over silence must know of a contract: that it has traded, or that it was asked for
 * and may trade from now on.
 *
 * @param contract short code
 * @param atMillis event time of the trade, or time of the registration; milliseconds since the
 *     epoch
 * @param traded whether it is a trade
 * @param watermarkMillis how far event time had come before the trade: on its way to the watch a
 *     trade may overtake that, and a replay would not give the same each time
 */
public record ContractSign(String contract, long atMillis, boolean traded, long watermarkMillis) {

  /** Of a trade. */
  static ContractSign trade(String contract, long atMillis, long watermarkMillis) {
    return new ContractSign(contract, atMillis, true, watermarkMillis);
  }

  /** Of a registration. */
  public static ContractSign registration(String contract, long atMillis) {
    return new ContractSign(contract, atMillis, false, Long.MIN_VALUE);
  }
}
