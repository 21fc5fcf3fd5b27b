package io.github.kisfutures.job.options;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * YAML as keys and texts, nested keys joined by dots, lists by semicolons. A scalar stays the text
 * that was written: YAML takes the contract 111E06 for a number.
 */
final class YamlOptions {
  private static final YAMLFactory YAML = new YAMLFactory();

  /** SnakeYAML names places in lines of their own, each behind what it says of the place. */
  private static final Pattern PLACE = Pattern.compile("\\n in '[^']*', line (\\d+), column");

  private final Path file;
  private final Map<String, String> values = new LinkedHashMap<>();

  private YamlOptions(Path file) {
    this.file = file;
  }

  /**
   * Reads a text.
   *
   * @param file for messages
   * @throws ConfigurationException that names file and line, if it is not YAML of options
   */
  static Map<String, String> read(String text, Path file) {
    YamlOptions options = new YamlOptions(file);
    try (JsonParser parser = YAML.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        options.members("", parser);
      } else if (first != null && first != JsonToken.VALUE_NULL) {
        throw new ConfigurationException(file + " holds no options: write lines of 'key: value'");
      }
      return options.values;
    } catch (JsonProcessingException e) {
      throw options.notYaml(e);
    } catch (IOException e) {
      throw new ConfigurationException("--config: cannot read " + file + ": " + e.getMessage());
    }
  }

  private void members(String prefix, JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = prefix + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT) {
        members(key + ".", parser);
      } else if (value == JsonToken.START_ARRAY) {
        put(key, items(key, parser), parser);
      } else if (value != JsonToken.VALUE_NULL) {
        put(key, parser.getText(), parser);
      }
    }
  }

  private String items(String key, JsonParser parser) throws IOException {
    List<String> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isScalarValue()) {
        throw new ConfigurationException(
            place(parser) + ": '" + key + "' must be a list of plain values");
      }
      items.add(parser.getText());
    }
    return String.join(";", items);
  }

  private void put(String key, String value, JsonParser parser) {
    if (values.putIfAbsent(key, value) != null) {
      throw new ConfigurationException(
          place(parser) + ": '" + key + "' is there twice; remove one");
    }
  }

  private String place(JsonParser parser) {
    return file + " line " + parser.currentTokenLocation().getLineNr();
  }

  private ConfigurationException notYaml(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    String problem = message.lines().findFirst().orElse("");
    String line = "";
    Matcher place = PLACE.matcher(message);
    while (place.find()) {
      String before = message.substring(0, place.start());
      problem = before.substring(before.lastIndexOf('\n') + 1).strip();
      line = " line " + place.group(1);
    }
    return new ConfigurationException(file + line + " is not YAML: " + problem);
  }
}
