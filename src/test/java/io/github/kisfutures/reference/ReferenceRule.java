package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.util.Set;

/**
 * An alert rule as a file writes it ({@code docs/numbers.md}, "Alerts"), with nothing left out.
 *
 * @param contracts those it is for; empty for all
 * @param seconds size of its bars; 0 for silence
 * @param bars the member {@code for}
 */
public record ReferenceRule(
    String name,
    String metric,
    Set<String> contracts,
    int seconds,
    String condition,
    BigDecimal threshold,
    BigDecimal clear,
    int bars,
    String severity) {

  boolean isFor(String contract) {
    return contracts.isEmpty() || contracts.contains(contract);
  }

  boolean holds(BigDecimal value, BigDecimal limit) {
    return switch (condition) {
      case ">" -> value.compareTo(limit) > 0;
      case ">=" -> value.compareTo(limit) >= 0;
      case "<" -> value.compareTo(limit) < 0;
      case "<=" -> value.compareTo(limit) <= 0;
      case "abs>" -> value.abs().compareTo(limit) > 0;
      default -> throw new IllegalArgumentException("no condition: " + condition);
    };
  }

  /** The rule in a rules file. */
  public String yaml() {
    String yaml =
        "- name: %s%n  metric: %s%n  condition: '%s'%n  threshold: %s%n  severity: %s%n"
            .formatted(name, metric, condition, threshold.toPlainString(), severity);
    if (!contracts.isEmpty()) {
      yaml += "  contracts: [%s]%n".formatted(String.join(", ", contracts));
    }
    if (seconds > 0) {
      yaml +=
          "  window: %d s%n  clear-threshold: %s%n  for: %d%n"
              .formatted(seconds, clear.toPlainString(), bars);
    }
    return yaml;
  }
}
