package io.github.kisfutures.job.alerts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.kisfutures.job.options.ConfigurationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule as it is written: its members, each a list of texts. A scalar stays the text that was
 * written: YAML takes the contract 111E06 for a number.
 *
 * @param where file, line and number, for messages
 */
record RuleEntry(String where, Map<String, List<String>> members) {

  /** Reads the members behind the begin of an object. */
  static RuleEntry read(String where, JsonParser parser) throws IOException {
    Map<String, List<String>> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String member = parser.currentName();
      members.put(member, texts(where, member, parser));
    }
    return new RuleEntry(where, members);
  }

  private static List<String> texts(String where, String member, JsonParser parser)
      throws IOException {
    List<String> texts = new ArrayList<>();
    JsonToken value = parser.nextToken();
    if (value == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        texts.add(text(where, member, parser));
      }
    } else if (value != JsonToken.VALUE_NULL) {
      texts.add(text(where, member, parser));
    }
    return texts;
  }

  private static String text(String where, String member, JsonParser parser) throws IOException {
    if (!parser.currentToken().isScalarValue()) {
      throw new ConfigurationException(where + "'" + member + "' must be a plain value");
    }
    return parser.getText().strip();
  }

  /** Refuses members that no rule has. */
  void requireKnown(Set<String> known) {
    for (String member : members.keySet()) {
      if (!known.contains(member)) {
        throw wrong("a rule has no '" + member + "'; it has " + String.join(", ", known));
      }
    }
  }

  boolean has(String member) {
    return members.containsKey(member);
  }

  /** All texts of a member; empty if it is not there. */
  List<String> list(String member) {
    return members.getOrDefault(member, List.of());
  }

  /** The text of a member; null if it is not there. */
  @Nullable String text(String member) {
    List<String> texts = list(member);
    if (texts.size() > 1) {
      throw wrong("'" + member + "' is one value, not a list");
    }
    return texts.isEmpty() ? null : texts.get(0);
  }

  /** The text of a member that must be there. */
  String require(String member, String example) {
    String text = text(member);
    if (text == null) {
      throw wrong("'" + member + "' is missing; add '" + member + ": " + example + "'");
    }
    if (text.isEmpty()) {
      throw wrong("'" + member + "' is empty; write as '" + member + ": " + example + "'");
    }
    return text;
  }

  ConfigurationException wrong(String what) {
    return new ConfigurationException(where + what);
  }
}
