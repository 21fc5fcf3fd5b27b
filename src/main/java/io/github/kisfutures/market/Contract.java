package io.github.kisfutures.market;

import java.math.BigDecimal;

/**
 * A listed stock future, as the KIS contract master describes it ({@code docs/feed.md},
 * "Contracts").
 *
 * @param code short code
 * @param name Korean name, as printed in the master, without the multiplier
 * @param kind what the contract is
 * @param multiplier shares per contract; a decimal after a corporate action
 * @param monthRank 0 continuous, 1 front month, 2 next, ...
 * @param underlyingCode six-digit stock code of the underlying
 * @param underlyingName Korean name of the underlying
 */
public record Contract(
    String code,
    String name,
    Kind kind,
    BigDecimal multiplier,
    int monthRank,
    String underlyingCode,
    String underlyingName) {

  /** The master's record type. */
  public enum Kind {
    /** 1: future on a KOSPI stock. */
    KOSPI_FUTURE,
    /** 2: calendar spread of such futures. */
    KOSPI_SPREAD,
    /** 3: future on a KOSDAQ stock. */
    KOSDAQ_FUTURE,
    /** 4: calendar spread of such futures. */
    KOSDAQ_SPREAD,
    /** 5: call option. */
    CALL,
    /** 6: put option. */
    PUT
  }

  /** Whether this is the front month of its underlying. */
  public boolean frontMonth() {
    return monthRank == 1;
  }
}
