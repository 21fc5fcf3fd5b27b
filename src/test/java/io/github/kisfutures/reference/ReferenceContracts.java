package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of contracts.
 *
 * @param multipliers shares a contract, where it is not 10
 * @param names Korean names; empty without a master file
 * @param holidays when KRX is closed
 */
public record ReferenceContracts(
    Map<String, BigDecimal> multipliers, Map<String, String> names, Set<LocalDate> holidays) {

  /** Without a master file. */
  public static final ReferenceContracts UNKNOWN =
      new ReferenceContracts(Map.of(), Map.of(), Set.of());

  BigDecimal multiplier(String contract) {
    return multipliers.getOrDefault(contract, BigDecimal.TEN);
  }

  @Nullable String name(String contract) {
    return names.get(contract);
  }

  @Nullable LocalDate lastTradingDay(String contract, LocalDate near) {
    return LastTradingDay.of(contract, near, holidays);
  }
}
