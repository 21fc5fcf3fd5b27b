package io.github.kisfutures.job.results;

import io.github.kisfutures.job.options.ConfigurationException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values for {@code ${key}} into a SQL script: also within quotes, but not in comments, where
 * nobody needs the value.
 */
final class Substitution {
  private static final char NONE = 0;

  /** A comment (a hint, {@code /*+}, is none), a quote, or a variable. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>--[^\\n]*|/\\*(?!\\+)[\\s\\S]*?(?:\\*/|\\z))"
              + "|(?<quote>['\"`])|\\$\\{(?<key>[^}]*)}");

  private final String name;
  private final String text;
  private final Function<String, Optional<String>> variables;

  private Substitution(String name, String text, Function<String, Optional<String>> variables) {
    this.name = name;
    this.text = text;
    this.variables = variables;
  }

  /**
   * The script with all values in it.
   *
   * @throws ConfigurationException naming file and line, if a variable has no value
   */
  static String of(String name, String text, Function<String, Optional<String>> variables) {
    return new Substitution(name, text, variables).substituted();
  }

  private String substituted() {
    StringBuilder result = new StringBuilder();
    Matcher token = TOKEN.matcher(text);
    int copied = 0;
    char quote = NONE;
    for (int from = 0; token.find(from); ) {
      from = token.end();
      if (token.group("key") != null) {
        result.append(text, copied, token.start()).append(value(token));
        copied = token.end();
      } else if (token.group("quote") != null) {
        char mark = text.charAt(token.start());
        quote = quote == NONE ? mark : quote == mark ? NONE : quote;
      } else if (quote != NONE) {
        from = token.start() + 1; // no comment: the quoted text goes on behind the dash or slash
      }
    }
    return result.append(text, copied, text.length()).toString();
  }

  private String value(Matcher variable) {
    String key = variable.group("key").strip();
    return variables
        .apply(key)
        .orElseThrow(() -> missing(key, variable.start()))
        .replace("'", "''");
  }

  private ConfigurationException missing(String key, int position) {
    long line = 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
    return new ConfigurationException(
        name
            + " line "
            + line
            + " needs the option "
            + key
            + ": set it in the configuration or with -D"
            + key
            + "=...");
  }
}
