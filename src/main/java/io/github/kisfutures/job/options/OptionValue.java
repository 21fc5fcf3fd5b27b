package io.github.kisfutures.job.options;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** Reads one option, and says what a readable value looks like if it is none. */
final class OptionValue {
  private OptionValue() {}

  /**
   * The value that was set, if one was.
   *
   * @throws ConfigurationException with one sentence that names the option and an example
   */
  static <T> Optional<T> read(Configuration configuration, ConfigOption<T> option) {
    try {
      return configuration.getOptional(option);
    } catch (IllegalArgumentException e) {
      String key = configuration.containsKey(option.key()) ? option.key() : fallback(option);
      throw new ConfigurationException(
          option.key()
              + ": '"
              + configuration.toMap().get(key)
              + "' cannot be read; write it as "
              + example(option));
    }
  }

  private static String fallback(ConfigOption<?> option) {
    return option.hasFallbackKeys() ? option.fallbackKeys().iterator().next().getKey() : "";
  }

  private static String example(ConfigOption<?> option) {
    Object value = option.defaultValue();
    if (value instanceof Duration
        || (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Duration)) {
      return "a number and a unit, for example 10 s or 1 min";
    }
    return value == null ? "its documentation says" : "for example " + value;
  }
}
