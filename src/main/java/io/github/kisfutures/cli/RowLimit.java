package io.github.kisfutures.cli;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code LIMIT} that a query ends with. Flink lets a streaming query run on when all its rows
 * are there, unless the limit has reached the source.
 */
final class RowLimit {
  private static final Pattern END =
      Pattern.compile(
          "\\b(?:LIMIT\\s+(\\d{1,18})(?:\\s+OFFSET\\s+\\d+(?:\\s+ROWS?)?)?"
              + "|FETCH\\s+(?:FIRST|NEXT)\\s+(\\d{1,18})\\s+ROWS?\\s+ONLY)\\s*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`");
  private static final Pattern WITHIN = Pattern.compile("\\([^()]*\\)");
  private static final Pattern SORTED =
      Pattern.compile("\\bORDER\\s+BY\\b", Pattern.CASE_INSENSITIVE);

  private RowLimit() {}

  /**
   * How many rows a query has at most, whatever stands below its limit. Empty if it has none; and
   * if it is sorted: the first rows of a stream that goes on change with it, so there is no last
   * one.
   */
  static OptionalLong of(String query) {
    Matcher end = END.matcher(query);
    if (!end.find() || SORTED.matcher(outermost(query)).find()) {
      return OptionalLong.empty();
    }
    String rows = end.group(1) == null ? end.group(2) : end.group(1);
    return OptionalLong.of(Long.parseLong(rows));
  }

  /** The query without texts, names in quotes, and whatever stands in parentheses. */
  private static String outermost(String query) {
    String text = QUOTED.matcher(query).replaceAll("");
    String shorter = WITHIN.matcher(text).replaceAll(" ");
    while (!shorter.equals(text)) {
      text = shorter;
      shorter = WITHIN.matcher(text).replaceAll(" ");
    }
    return text;
  }
}
