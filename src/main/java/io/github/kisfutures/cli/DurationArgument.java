package io.github.kisfutures.cli;

import java.time.Duration;
import org.apache.flink.util.TimeUtils;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations on the command line, written as in the configuration: {@code 30s}, {@code 2 min}. */
final class DurationArgument implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    try {
      Duration duration = TimeUtils.parseDuration(text);
      if (!duration.isZero() && !text.chars().allMatch(Character::isDigit)) {
        return duration; // Flink reads a mere 30 as milliseconds, which nobody means here
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // told below
    }
    throw new TypeConversionException("'" + text + "' is not a duration: write 30s or 2min");
  }
}
