package io.github.kisfutures.cli;

import io.github.kisfutures.job.options.ConfigurationException;
import io.github.kisfutures.job.results.ScriptText;
import io.github.kisfutures.job.results.SqlScript;
import io.github.kisfutures.wire.Redaction;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is wrong with a statement of a script, and where: the line, with a caret below the place.
 *
 * @param script the script
 * @param statement the statement
 * @param explained adds help to what was said of a statement's text
 */
record ScriptFault(
    ScriptText script, SqlScript.Statement statement, BinaryOperator<String> explained) {
  /** As Flink's parser and validator say where. */
  private static final Pattern PLACE =
      Pattern.compile(
          "\\s*(?:From line (\\d+), column (\\d+) to line \\d+, column \\d+:"
              + "|at line (\\d+), column (\\d+)\\.?|At line (\\d+), column (\\d+):)\\s*");

  private static final int LONGEST = 600;

  /** A place in a statement; both from 1. */
  private record Place(int line, int column) {}

  /** The fault as a wrong usage: file, line, what is wrong, the line itself and a caret. */
  ConfigurationException of(Throwable thrown) {
    String said = said(thrown);
    Matcher place = PLACE.matcher(said);
    return place.find() ? at(place(place), withoutPlace(said, place)) : at(new Place(1, 1), said);
  }

  private ConfigurationException at(Place place, String what) {
    int number = statement.line() + place.line() - 1;
    String line = script.line(number);
    String before = line.substring(0, column(place, line)).replaceAll("[^\\t]", " ");
    return new ConfigurationException(
        script.name()
            + " line "
            + number
            + ": "
            + Redaction.redactKeys(explained.apply(what, statement.text()))
            + "\n  "
            + Redaction.redactKeys(line)
            + "\n  "
            + before
            + "^");
  }

  /**
   * Where the place is in the script's line: the statement lacks what stands before it, and
   * comments.
   */
  private int column(Place place, String line) {
    String stated = statement.text().lines().skip(place.line() - 1L).findFirst().orElse("");
    String rest = stated.substring(Math.min(place.column() - 1, stated.length()));
    int whole = line.indexOf(rest);
    int word = line.indexOf(rest.split("\\s", 2)[0]);
    return Math.max(0, whole >= 0 ? whole : word);
  }

  private static Place place(Matcher found) {
    for (int group = 1; group < found.groupCount(); group += 2) {
      if (found.group(group) != null) {
        return new Place(
            Integer.parseInt(found.group(group)), Integer.parseInt(found.group(group + 1)));
      }
    }
    return new Place(1, 1);
  }

  private static String withoutPlace(String said, Matcher place) {
    String what = said.substring(0, place.start()) + " " + said.substring(place.end());
    return what.strip();
  }

  /** The outermost message that names a place or an option, else the innermost. */
  private static String said(Throwable thrown) {
    if (StatementFaults.isUnreadableValue(thrown)) {
      return oneLine(String.valueOf(thrown.getMessage()));
    }
    String innermost = "";
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      String message = at.getMessage();
      if (message != null && !message.isBlank()) {
        innermost = oneLine(message);
        if (PLACE.matcher(innermost).find()) {
          return innermost;
        }
      }
    }
    return innermost.isEmpty() ? thrown.getClass().getSimpleName() : innermost;
  }

  private static String oneLine(String message) {
    int expected = message.indexOf("\nWas expecting");
    String said = expected < 0 ? message : message.substring(0, expected);
    String line =
        said.lines()
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line;
  }
}
