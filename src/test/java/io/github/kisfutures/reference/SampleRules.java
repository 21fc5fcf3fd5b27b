package io.github.kisfutures.reference;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A few alert rules that every generated day breaks. */
public final class SampleRules {
  private SampleRules() {}

  private static List<ReferenceRule> rules(int seconds) {
    BigDecimal minute = BigDecimal.valueOf(60);
    return List.of(
        new ReferenceRule(
            "rising",
            "price_change",
            Set.of(),
            seconds,
            ">=",
            BigDecimal.ZERO,
            new BigDecimal("-50.5"),
            2,
            "info"),
        new ReferenceRule(
            "missed",
            "missed_volume",
            Set.of(),
            seconds,
            ">",
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            1,
            "critical"),
        new ReferenceRule("quiet", "silence", Set.of(), 0, ">", minute, minute, 1, "warning"));
  }

  /**
   * Writes the rules.
   *
   * @param seconds size of the bars that they watch
   * @return their file, for the option {@code alerts.rules}
   */
  public static String write(Path directory, int seconds) throws IOException {
    List<String> yaml = rules(seconds).stream().map(ReferenceRule::yaml).toList();
    return Files.writeString(directory.resolve("rules.yaml"), String.join("", yaml)).toString();
  }

  /** The rows of {@code alerts} that they must give, with the default out-of-orderness. */
  public static List<Map<String, @Nullable String>> alerts(ReferenceRun run, int seconds) {
    List<Map<String, @Nullable String>> alerts =
        ReferenceAlerts.of(run, Duration.ofSeconds(2), rules(seconds));
    for (ReferenceRule rule : rules(seconds)) {
      if (alerts.stream().noneMatch(row -> rule.name().equals(row.get("rule")))) {
        throw new AssertionError("no alert of " + rule);
      }
    }
    return alerts;
  }
}
