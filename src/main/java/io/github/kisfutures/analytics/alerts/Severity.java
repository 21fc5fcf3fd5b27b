package io.github.kisfutures.analytics.alerts;

import java.util.Locale;

/** How much an alert matters ({@code docs/numbers.md}, "Alerts"). */
public enum Severity {
  /** Good to know. */
  INFO,
  /** Somebody should look. */
  WARNING,
  /** Somebody must look now. */
  CRITICAL;

  /** As rules and the table {@code alerts} write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
