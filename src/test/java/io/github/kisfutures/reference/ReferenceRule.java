package io.github.kisfutures.reference;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An alert rule as a file writes it ({@code docs/numbers.md}, "Alerts"), with nothing left out.
 *
 * @param contracts those it is for; empty for all
 * @param seconds size of its bars; 0 for silence
 * @param bars the member {@code for}
 * @param hours KST, e.g. {@code 09:00-15:20}; null for all day
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
    String severity,
    @Nullable String hours) {

  /** A rule for all day. */
  public ReferenceRule(
      String name,
      String metric,
      Set<String> contracts,
      int seconds,
      String condition,
      BigDecimal threshold,
      BigDecimal clear,
      int bars,
      String severity) {
    this(name, metric, contracts, seconds, condition, threshold, clear, bars, severity, null);
  }

  /** A copy for some hours. */
  public ReferenceRule within(String newHours) {
    return new ReferenceRule(
        name, metric, contracts, seconds, condition, threshold, clear, bars, severity, newHours);
  }

  /** Whether a window lies within the hours. */
  boolean counts(Instant start, Instant end) {
    if (hours == null) {
      return true;
    }
    LocalDate date = LocalDate.ofInstant(start, RawCapture.KST);
    Instant from = at(date, hours.substring(0, 5));
    Instant to = at(date, hours.substring(6));
    return !start.isBefore(from) && !end.isAfter(to);
  }

  private static Instant at(LocalDate date, String time) {
    return date.atTime(LocalTime.parse(time)).atZone(RawCapture.KST).toInstant();
  }

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
    if (hours != null) {
      yaml += "  hours: '%s'%n".formatted(hours);
    }
    return yaml;
  }
}
