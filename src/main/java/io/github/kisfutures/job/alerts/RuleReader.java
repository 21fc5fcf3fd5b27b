package io.github.kisfutures.job.alerts;

import io.github.kisfutures.analytics.alerts.AlertMetric;
import io.github.kisfutures.analytics.alerts.AlertRule;
import io.github.kisfutures.analytics.alerts.Condition;
import io.github.kisfutures.analytics.alerts.Hours;
import io.github.kisfutures.analytics.alerts.Severity;
import io.github.kisfutures.market.ContractCode;
import io.github.kisfutures.text.NearestWord;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.flink.util.TimeUtils;
import org.jspecify.annotations.Nullable;

/** Reads one rule; every mistake is one sentence that says where and what to write. */
final class RuleReader {
  private static final Set<String> MEMBERS =
      new LinkedHashSet<>(
          List.of(
              "name",
              "metric",
              "contracts",
              "window",
              "condition",
              "threshold",
              "clear-threshold",
              "for",
              "hours",
              "severity"));

  private static final String ALL = "*";
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NUMBER = 40;

  private final RuleEntry entry;
  private final List<Duration> windows;

  /**
   * Of an entry.
   *
   * @param windows sizes of the bars that there are
   */
  RuleReader(RuleEntry entry, List<Duration> windows) {
    this.entry = entry;
    this.windows = windows;
  }

  AlertRule read() {
    entry.requireKnown(MEMBERS);
    AlertMetric metric = one("metric", AlertMetric.all(), AlertMetric::word, "basis_close", null);
    boolean silence = metric.equals(AlertMetric.SILENCE);
    BigDecimal threshold = amount("threshold", silence);
    try {
      return new AlertRule(
          name(),
          metric,
          contracts(),
          silence ? Duration.ZERO : window(),
          one(
              "condition",
              List.of(Condition.values()),
              Condition::word,
              "\">\"",
              silence ? Condition.GREATER : null),
          threshold,
          entry.list("clear-threshold").isEmpty() ? threshold : amount("clear-threshold", silence),
          bars(),
          one("severity", List.of(Severity.values()), Severity::word, "warning", Severity.WARNING),
          hours());
    } catch (IllegalArgumentException e) {
      throw entry.wrong(String.valueOf(e.getMessage()));
    }
  }

  private String name() {
    String name = entry.require("name", "wide-basis");
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw entry.wrong("'name' must be a line of at most " + LONGEST_NAME + " characters");
    }
    return name;
  }

  private Set<String> contracts() {
    Set<String> contracts = new TreeSet<>();
    if (entry.has("contracts") && entry.list("contracts").isEmpty()) {
      throw entry.wrong("'contracts' is empty; name some, or '*' for all");
    }
    for (String text : entry.list("contracts")) {
      for (String code : text.split("[,;\\s]+", -1)) {
        if (ContractCode.looksLikeStock(code)) {
          throw entry.wrong(
              "'" + code + "' in 'contracts' looks like a stock; write a future's code, as 111V06");
        }
        if (!code.equals(ALL) && !ContractCode.isValid(code)) {
          throw entry.wrong(
              "'" + code + "' in 'contracts' is no short code; write as 111V06, or '*' for all");
        }
        contracts.add(code);
      }
    }
    return contracts.contains(ALL) ? Set.of() : contracts;
  }

  private Duration window() {
    String text = entry.text("window");
    if (text == null && windows.size() == 1) {
      return windows.get(0);
    }
    Duration window = duration(entry.require("window", windowTexts().get(0)));
    if (window == null || !windows.contains(window)) {
      throw entry.wrong(
          "there are no bars of 'window: "
              + text
              + "'; analytics.windows has "
              + String.join(", ", windowTexts()));
    }
    return window;
  }

  private List<String> windowTexts() {
    return windows.stream().map(TimeUtils::formatWithHighestUnit).toList();
  }

  /** A number; of a silence also a duration, told in seconds. */
  private BigDecimal amount(String member, boolean silence) {
    String text = entry.require(member, silence ? "5 min" : "400");
    Duration duration = silence ? duration(text) : null;
    if (duration != null && !text.chars().allMatch(Character::isDigit)) {
      return BigDecimal.valueOf(duration.toMillis(), 3);
    }
    try {
      if (text.length() <= LONGEST_NUMBER) {
        return new BigDecimal(text);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw entry.wrong(
        "'%s: %s' is no %s"
            .formatted(
                member,
                text,
                silence
                    ? "duration; write as 'threshold: 5 min'"
                    : "number; write as 400 or -0.5"));
  }

  private int bars() {
    String text = entry.text("for");
    try {
      return text == null ? 1 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw entry.wrong("'for: " + text + "' is no number of bars; write as 'for: 3'");
    }
  }

  private Hours hours() {
    String text = entry.text("hours");
    try {
      return text == null ? Hours.ALWAYS : Hours.parse(text);
    } catch (IllegalArgumentException e) {
      throw entry.wrong("'hours: " + text + "': " + e.getMessage());
    }
  }

  private <T> T one(
      String member, List<T> values, Function<T, String> word, String example, @Nullable T absent) {
    if (absent != null && entry.text(member) == null) {
      return absent;
    }
    String text = entry.require(member, example);
    for (T value : values) {
      if (word.apply(value).equals(text)) {
        return value;
      }
    }
    List<String> words = values.stream().map(word).sorted().toList();
    throw entry.wrong(
        "there is no '%s: %s'; did you mean %s? Known are %s"
            .formatted(member, text, NearestWord.of(text, words), String.join(", ", words)));
  }

  private static @Nullable Duration duration(String text) {
    try {
      return TimeUtils.parseDuration(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return null;
    }
  }
}
