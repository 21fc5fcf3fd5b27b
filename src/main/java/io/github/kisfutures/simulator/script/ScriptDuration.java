package io.github.kisfutures.simulator.script;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them: {@code 500 ms}, {@code 10 s}, {@code -90 s}, {@code 2 min}. */
final class ScriptDuration {
  private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,9})\\s*(ms|s|min|h)");

  /** More than any day of a market; what is added to it never overflows. */
  static final Duration LONGEST = Duration.ofDays(366);

  private ScriptDuration() {}

  /** The duration, or null if the text is none. */
  static @Nullable Duration parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return null;
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "min" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }
}
