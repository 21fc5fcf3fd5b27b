package io.github.kisfutures.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the app keys, for fault scripts: from 1, the accounts in their order, then others as they
 * come.
 */
final class SessionNumbers {
  private final Map<String, Integer> numbers = new HashMap<>();

  SessionNumbers(List<SimulatedAccount> accounts) {
    for (SimulatedAccount account : accounts) {
      numbers.put(account.appKey(), numbers.size() + 1);
    }
  }

  /** The number of an app key, 0 of none. */
  synchronized int of(@Nullable String appKey) {
    if (appKey == null) {
      return 0;
    }
    Integer number = numbers.get(appKey);
    if (number == null) {
      number = numbers.size() + 1;
      numbers.put(appKey, number);
    }
    return number;
  }
}
