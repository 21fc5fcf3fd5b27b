package io.github.kisfutures.job.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
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
    values.putAll(overrides);
    values.replaceAll(ConfigurationFile::normalizeList);
    Configuration configuration = Configuration.fromMap(values);
    known.requireReadable(configuration);
    return configuration;
  }

  private static Map<String, String> read(Path file) {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new ConfigurationException("--config: there is no file " + file);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new ConfigurationException(
          file
              + (at == null ? "" : " line " + at.getLineNr())
              + " is not YAML: "
              + firstLine(e.getOriginalMessage()));
    } catch (CharacterCodingException e) {
      throw new ConfigurationException("--config: " + file + " is not a UTF-8 text");
    } catch (IOException e) {
      throw new ConfigurationException(
          "--config: cannot read " + file + " (" + e.getMessage() + "): name a readable YAML file");
    }
    Map<String, String> values = new LinkedHashMap<>();
    if (root != null && !root.isMissingNode() && !root.isNull()) {
      if (!root.isObject()) {
        throw new ConfigurationException(file + " holds no options: write lines of 'key: value'");
      }
      flatten("", root, values, file);
    }
    return values;
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> into, Path file) {
    Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      String key = prefix + member.getKey();
      JsonNode value = member.getValue();
      if (value.isObject()) {
        flatten(key + ".", value, into, file);
      } else if (value.isArray()) {
        into.put(key, joined(key, value, file));
      } else if (!value.isNull()) {
        into.put(key, value.asText());
      }
    }
  }

  private static String joined(String key, JsonNode array, Path file) {
    List<String> items = new ArrayList<>();
    for (JsonNode item : array) {
      if (!item.isValueNode()) {
        throw new ConfigurationException(file + ": '" + key + "' must be a list of plain values");
      }
      items.add(item.asText());
    }
    return String.join(";", items);
  }

  /** Flink separates lists by semicolons; people write commas too. */
  private static String normalizeList(String key, String value) {
    return key.equals(FeedOptions.CONTRACTS.key()) || key.equals(AnalyticsOptions.WINDOWS.key())
        ? String.join(";", value.strip().split("\\s*[,;]\\s*"))
        : value;
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }
}
