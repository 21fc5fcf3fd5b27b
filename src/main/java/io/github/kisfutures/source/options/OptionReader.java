package io.github.kisfutures.source.options;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * Reads options. Every fault is an {@link IllegalArgumentException} with one sentence that names
 * the option and the fix.
 */
public final class OptionReader {
  private static final int MAX_PORT = 65_535;

  private final Configuration configuration;

  /** Of a configuration. */
  public OptionReader(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The value that was set, if one was; defaults do not count. */
  public <T> Optional<T> set(ConfigOption<T> option) {
    try {
      return configuration.getOptional(option);
    } catch (IllegalArgumentException e) {
      String key = configuration.containsKey(option.key()) ? option.key() : fallback(option);
      throw new IllegalArgumentException(
          option.key()
              + ": '"
              + configuration.toMap().get(key)
              + "' cannot be read; write it as "
              + example(option),
          e);
    }
  }

  /** The value that was set, or the default, if there is one. */
  public <T> Optional<T> find(ConfigOption<T> option) {
    return set(option).or(() -> Optional.ofNullable(option.defaultValue()));
  }

  /** The value that was set, or the default. */
  public <T> T require(ConfigOption<T> option) {
    return find(option)
        .orElseThrow(() -> new IllegalArgumentException(option.key() + " is required"));
  }

  /** A number of 1 or more. */
  public int atLeastOne(ConfigOption<Integer> option) {
    int value = require(option);
    if (value < 1) {
      throw new IllegalArgumentException(option.key() + " must be 1 or more, not " + value);
    }
    return value;
  }

  /** A decimal above 0. */
  public BigDecimal positive(ConfigOption<String> option) {
    String text = require(option);
    try {
      BigDecimal value = new BigDecimal(text.strip());
      if (value.signum() > 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        option.key() + " must be a number above 0, as " + option.defaultValue() + ", not " + text);
  }

  /** A duration of zero or more. */
  public Duration notNegative(ConfigOption<Duration> option) {
    Duration value = require(option);
    if (value.isNegative()) {
      throw new IllegalArgumentException(option.key() + " must not be negative");
    }
    return value;
  }

  /** An address. */
  public URI uri(ConfigOption<String> option) {
    try {
      URI uri = new URI(require(option));
      if (uri.getPort() <= MAX_PORT) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new IllegalArgumentException(
        option.key() + ": '" + require(option) + "' is no address, as " + option.defaultValue());
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
