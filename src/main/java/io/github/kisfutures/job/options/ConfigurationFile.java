package io.github.kisfutures.job.options;

import io.github.kisfutures.source.options.FeedOptions;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Reads a configuration: a YAML file, nested or dotted, and overrides. Lists may be YAML lists, or
 * texts with commas or semicolons.
 */
public final class ConfigurationFile {
  private ConfigurationFile() {}

  /**
   * The configuration of a file with overrides on top.
   *
   * @param file YAML file, or null for none
   * @param overrides keys and values of {@code -D}
   * @throws ConfigurationException with one sentence, if the file cannot be read, a key is unknown
   *     or a value is of the wrong form
   */
  public static Configuration load(@Nullable Path file, Map<String, String> overrides) {
    KnownOptions known = new KnownOptions();
    Map<String, String> values = new LinkedHashMap<>();
    if (file != null) {
      values.putAll(read(file));
      values.keySet().forEach(key -> known.requireKnown(key, file.toString()));
    }
    overrides.keySet().forEach(key -> known.requireKnown(key, "-D" + key));
    overrides.keySet().forEach(PlainSecrets::requireNotOnCommandLine);
    values.putAll(overrides);
    values.forEach(PlainSecrets::requireNone);
    values.replaceAll(ConfigurationFile::normalizeList);
    Configuration configuration = Configuration.fromMap(values);
    known.requireReadable(configuration);
    return configuration;
  }

  private static Map<String, String> read(Path file) {
    try {
      return YamlOptions.read(Files.readString(file), file);
    } catch (NoSuchFileException e) {
      throw new ConfigurationException("--config: there is no file " + file);
    } catch (CharacterCodingException e) {
      throw new ConfigurationException("--config: " + file + " is not a UTF-8 text");
    } catch (IOException e) {
      throw new ConfigurationException(
          "--config: cannot read " + file + " (" + e.getMessage() + "): name a readable YAML file");
    }
  }

  /** Flink separates lists by semicolons; people write commas too. */
  private static String normalizeList(String key, String value) {
    return key.equals(FeedOptions.CONTRACTS.key()) || key.equals(AnalyticsOptions.WINDOWS.key())
        ? FeedOptions.separated(value)
        : value;
  }
}
