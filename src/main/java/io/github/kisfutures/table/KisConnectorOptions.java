package io.github.kisfutures.table;

import io.github.kisfutures.source.options.FeedOptions;
import io.github.kisfutures.source.options.WatermarkOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;

/**
 * Options of the connector {@code kis}: the job's, without the prefix ({@code feed.contracts} is
 * {@code contracts} here). They are defined once, with the source; here they only lose the prefix.
 * There is none that could hold an app key.
 */
final class KisConnectorOptions {
  static final String IDENTIFIER = "kis";

  private static final Map<String, ConfigOption<?>> BY_NAME =
      Stream.concat(FeedOptions.all().stream(), WatermarkOptions.all().stream())
          .collect(
              Collectors.toMap(KisConnectorOptions::name, o -> o, (a, b) -> a, LinkedHashMap::new));

  private KisConnectorOptions() {}

  /** An option's name in a table: its key without {@code feed.} or {@code analytics.}. */
  static String name(ConfigOption<?> option) {
    return option.key().substring(option.key().indexOf('.') + 1);
  }

  static Set<ConfigOption<?>> required() {
    return Set.of(inTable(FeedOptions.CONTRACTS));
  }

  static Set<ConfigOption<?>> optional() {
    return BY_NAME.values().stream()
        .filter(option -> !option.equals(FeedOptions.CONTRACTS))
        .map(KisConnectorOptions::inTable)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The option as Flink's factories want it; its text is read with the job's definition. */
  private static ConfigOption<String> inTable(ConfigOption<?> option) {
    return ConfigOptions.key(name(option)).stringType().noDefaultValue();
  }

  /** The table's options as the job would have them. */
  static Configuration asInJob(Map<String, String> tableOptions) {
    Map<String, String> values = new LinkedHashMap<>();
    tableOptions.forEach(
        (name, value) -> {
          ConfigOption<?> option = BY_NAME.get(name);
          if (option != null) {
            values.put(
                option.key(),
                FeedOptions.CONTRACTS.equals(option) ? FeedOptions.separated(value) : value);
          }
        });
    return Configuration.fromMap(values);
  }

  /** A message about options with their names in a table. */
  static String asInTable(String message) {
    String text = message;
    for (ConfigOption<?> option : BY_NAME.values()) {
      text = text.replace(option.key(), name(option));
    }
    return text;
  }
}
