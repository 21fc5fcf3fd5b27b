package io.github.kisfutures.market;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shares per contract: a default, overridden per contract by the contract master ({@code
 * docs/numbers.md}, "Columns of bars"). Immutable.
 */
public final class Multipliers implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int standard;
  private final TreeMap<String, Integer> exceptions;

  /**
   * Multipliers with exceptions.
   *
   * @throws IllegalArgumentException if a multiplier is not positive
   */
  public Multipliers(int standard, Map<String, Integer> perContract) {
    requirePositive("the default multiplier", standard);
    this.standard = standard;
    this.exceptions = new TreeMap<>();
    perContract.forEach(
        (contract, multiplier) -> {
          requirePositive("the multiplier of " + contract, multiplier);
          if (multiplier != standard) {
            exceptions.put(contract, multiplier);
          }
        });
  }

  /** The same multiplier for every contract. */
  public static Multipliers of(int standard) {
    return new Multipliers(standard, Map.of());
  }

  /** Shares per contract of {@code contract}. */
  public int of(String contract) {
    Integer exception = exceptions.isEmpty() ? null : exceptions.get(contract);
    return exception == null ? standard : exception;
  }

  private static void requirePositive(String what, int multiplier) {
    if (multiplier <= 0) {
      throw new IllegalArgumentException(what + " must be positive, not " + multiplier);
    }
  }
}
