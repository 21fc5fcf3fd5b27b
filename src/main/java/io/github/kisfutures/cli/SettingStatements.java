package io.github.kisfutures.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code SET} and {@code RESET}, with and without a key, as Flink's SQL client has them. */
final class SettingStatements {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final Pattern SET =
      Pattern.compile("SET\\s+'?([^'=\\s]+)'?\\s*=\\s*'?(.*?)'?", FLAGS);
  private static final Pattern RESET = Pattern.compile("RESET\\s+'?([^'\\s]+)'?", FLAGS);

  private final SqlSession session;

  SettingStatements(SqlSession session) {
    this.session = session;
  }

  /** Executes a statement, if it is one of these; whether it is. */
  boolean execute(String text) {
    Matcher set = SET.matcher(text);
    Matcher reset = RESET.matcher(text);
    if (set.matches()) {
      session.set(set.group(1), set.group(2));
    } else if (reset.matches()) {
      session.reset(reset.group(1));
    } else if (text.equalsIgnoreCase("SET")) {
      session
          .settings()
          .forEach((key, value) -> System.out.println("'" + key + "' = '" + value + "'"));
    } else if (text.equalsIgnoreCase("RESET")) {
      session.resetAll();
    } else {
      return false;
    }
    return true;
  }
}
