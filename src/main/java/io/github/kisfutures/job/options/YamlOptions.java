package io.github.kisfutures.job.options;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.kisfutures.text.Yaml;
import io.github.kisfutures.text.YamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * YAML as keys and texts, nested keys joined by dots, lists by semicolons. A scalar stays the text
 * that was written: YAML takes the contract 111E06 for a number.
 */
final class YamlOptions {
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
    try {
      return Yaml.read(text, new YamlOptions(file)::document);
    } catch (YamlException e) {
      throw new ConfigurationException(e.sentence(file.toString()));
    }
  }

  private Map<String, String> document(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_OBJECT) {
      members("", parser);
    } else if (first != null && first != JsonToken.VALUE_NULL) {
      throw new ConfigurationException(file + " holds no options: write lines of 'key: value'");
    }
    return values;
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
}
