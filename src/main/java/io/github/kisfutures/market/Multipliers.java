package io.github.kisfutures.market;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shares per contract: a default, overridden per contract by the contract master. Exact decimals,
 * for a corporate action can leave a contract with 10.57 shares. Immutable.
 */
public final class Multipliers implements Serializable {
  private static final long serialVersionUID = 1L;

  private final BigDecimal standard;
  private final TreeMap<String, BigDecimal> exceptions;

  /**
   * Multipliers with exceptions.
   *
   * @throws IllegalArgumentException if a multiplier is not positive
   */
  public Multipliers(BigDecimal standard, Map<String, BigDecimal> perContract) {
    requirePositive("the default multiplier", standard);
    this.standard = standard;
    this.exceptions = new TreeMap<>();
    perContract.forEach(
        (contract, multiplier) -> {
          requirePositive("the multiplier of " + contract, multiplier);
          if (multiplier.compareTo(standard) != 0) {
            exceptions.put(contract, multiplier);
          }
        });
  }

  /** The same multiplier for every contract. */
  public static Multipliers of(BigDecimal standard) {
    return new Multipliers(standard, Map.of());
  }

  /** The same whole multiplier for every contract. */
  public static Multipliers of(int standard) {
    return of(BigDecimal.valueOf(standard));
  }

  /** Shares per contract of {@code contract}. */
  public BigDecimal of(String contract) {
    BigDecimal exception = exceptions.isEmpty() ? null : exceptions.get(contract);
    return exception == null ? standard : exception;
  }

  private static void requirePositive(String what, BigDecimal multiplier) {
    if (multiplier.signum() <= 0) {
      throw new IllegalArgumentException(what + " must be positive, not " + multiplier);
    }
  }
}
