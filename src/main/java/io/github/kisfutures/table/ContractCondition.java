package io.github.kisfutures.table;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a predicate says of the contracts: rows that satisfy it are of these contracts.
 *
 * @param contracts short codes out of the configured ones
 * @param exact whether every row of these contracts satisfies it
 */
record ContractCondition(Set<String> contracts, boolean exact) {

  /** Makes the set immutable. */
  ContractCondition {
    contracts = Set.copyOf(contracts);
  }

  /** These contracts, no more to it. */
  static ContractCondition of(Set<String> contracts) {
    return new ContractCondition(contracts, true);
  }

  /** Both hold. */
  ContractCondition and(ContractCondition other) {
    Set<String> both = new LinkedHashSet<>(contracts);
    both.retainAll(other.contracts);
    return new ContractCondition(both, exact && other.exact);
  }

  /** One of them holds. */
  ContractCondition or(ContractCondition other) {
    Set<String> either = new LinkedHashSet<>(contracts);
    either.addAll(other.contracts);
    return new ContractCondition(either, exact && other.exact);
  }

  /** The same, with something further that must hold, too. */
  ContractCondition restricted() {
    return new ContractCondition(contracts, false);
  }
}
