package io.github.kisfutures.job.alerts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.kisfutures.analytics.alerts.AlertRule;
import io.github.kisfutures.analytics.alerts.AlertRules;
import io.github.kisfutures.job.options.ConfigurationException;
import io.github.kisfutures.text.Yaml;
import io.github.kisfutures.text.YamlException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a rules file: a YAML list of rules, alone or as the member {@code rules}. */
final class RulesText {
  private static final String RULES = "rules";

  /** To YAML a bare &gt; begins a text of several lines. */
  private static final Pattern BARE_CONDITION = Pattern.compile("condition:\\s*>");

  private final String name;
  private final List<Duration> windows;

  /**
   * Reads texts of a file.
   *
   * @param name of the file, for messages
   * @param windows sizes of the bars that there are
   */
  RulesText(String name, List<Duration> windows) {
    this.name = name;
    this.windows = windows;
  }

  /**
   * The rules of a text; an empty text has none.
   *
   * @throws ConfigurationException with one sentence, if one of them is faulty
   */
  AlertRules read(String text) {
    try {
      return Yaml.read(text, this::document);
    } catch (YamlException e) {
      boolean bare =
          e.fault() == YamlException.Fault.NOT_YAML && BARE_CONDITION.matcher(text).find();
      throw new ConfigurationException(e.sentence(name) + (bare ? "; put > and >= in quotes" : ""));
    }
  }

  private AlertRules document(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      return rules(first, parser);
    }
    first = parser.nextToken();
    if (first != JsonToken.FIELD_NAME || !parser.currentName().equals(RULES)) {
      throw noList();
    }
    first = parser.nextToken();
    AlertRules rules = rules(first, parser);
    if (parser.nextToken() != JsonToken.END_OBJECT) {
      throw noList();
    }
    return rules;
  }

  private AlertRules rules(@Nullable JsonToken first, JsonParser parser) throws IOException {
    List<AlertRule> rules = new ArrayList<>();
    if (first == null || first == JsonToken.VALUE_NULL) {
      return AlertRules.NONE;
    }
    if (first != JsonToken.START_ARRAY) {
      throw noList();
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int line = parser.currentTokenLocation().getLineNr();
      String where = name + " line " + line + " (rule " + (rules.size() + 1) + "): ";
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new ConfigurationException(
            where + "is no rule: write '- name: wide-basis' and its other members below");
      }
      AlertRule rule = new RuleReader(RuleEntry.read(where, parser), windows).read();
      if (rules.stream().anyMatch(other -> other.name().equals(rule.name()))) {
        throw new ConfigurationException(
            where + "another rule is named '" + rule.name() + "', too; rename one");
      }
      rules.add(rule);
    }
    return new AlertRules(rules);
  }

  private ConfigurationException noList() {
    return new ConfigurationException(
        name + " is no list of rules: begin each rule with '- name: ...'");
  }
}
