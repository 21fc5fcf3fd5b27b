package io.github.kisfutures.market;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What contracts are called in Korean, as the contract master has it. Immutable. */
public final class ContractNames implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What the column {@code name} of result tables is. */
  public static final String MEANING = "the contract's Korean name; null without a master file";

  /** Without a contract master. */
  public static final ContractNames NONE = new ContractNames(Map.of());

  private final TreeMap<String, String> names;

  /** Names by short code. */
  public ContractNames(Map<String, String> names) {
    this.names = new TreeMap<>(names);
  }

  /** The name of {@code contract}; null if the master does not list it. */
  public @Nullable String of(String contract) {
    return names.get(contract);
  }
}
