package io.github.kisfutures.analytics.alerts;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules in force, all at once: a set of rules replaces another as a whole.
 *
 * @param rules in the order of their file, each name once
 */
public record AlertRules(List<AlertRule> rules) implements Serializable {
  /** No rule. */
  public static final AlertRules NONE = new AlertRules(List.of());

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException with a sentence, if one is there twice
   */
  public AlertRules {
    rules = List.copyOf(rules);
    Set<String> names = new HashSet<>();
    for (AlertRule rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException("two rules are named '" + rule.name() + "'");
      }
    }
  }

  /** Whether the very same rule is in force. */
  boolean contains(AlertRule rule) {
    return rules.contains(rule);
  }
}
