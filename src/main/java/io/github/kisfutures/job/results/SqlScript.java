package io.github.kisfutures.job.results;

import io.github.kisfutures.job.options.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A SQL script cut into its statements: at semicolons outside of quotes and comments. Hints ({@code
 * /*+ ...}) are no comments and stay.
 *
 * @param name file name, for error messages
 * @param statements in their order, without comments around them and without semicolons
 */
public record SqlScript(String name, List<Statement> statements) {

  /**
   * One statement.
   *
   * @param text without its semicolon
   * @param line line of the script where it begins, from 1
   */
  public record Statement(String text, int line) {
    /** The first word, in upper case. */
    public String keyword() {
      String[] words = text.split("[\\s(]+", 2);
      return words[0].toUpperCase(Locale.ROOT);
    }

    /** The first line, which people know the statement by. */
    public String head() {
      return text.lines().findFirst().orElse("").strip();
    }
  }

  /**
   * Cuts a script.
   *
   * @throws ConfigurationException naming file and line, if a quote or comment does not end
   */
  public static SqlScript parse(String name, String text) {
    return new SqlScript(name, new Splitter(name, text).split());
  }

  private static final class Splitter {
    private final String name;
    private final String text;
    private final List<Statement> statements = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int position;
    private int line = 1;
    private int startLine;
    private boolean begun;

    Splitter(String name, String text) {
      this.name = name;
      this.text = text;
    }

    List<Statement> split() {
      while (position < text.length()) {
        char c = text.charAt(position);
        if (text.startsWith("--", position)) {
          int end = text.indexOf('\n', position);
          position = end < 0 ? text.length() : end;
        } else if (text.startsWith("/*", position) && !text.startsWith("/*+", position)) {
          skipComment();
        } else if (c == '\'' || c == '"' || c == '`') {
          quoted(c);
        } else if (c == ';') {
          position++;
          finish();
        } else {
          take(c);
        }
      }
      finish();
      return List.copyOf(statements);
    }

    private void quoted(char quote) {
      int startsAt = line;
      take(quote);
      while (position < text.length()) {
        char c = text.charAt(position);
        take(c);
        if (c == quote) {
          return;
        }
      }
      throw new ConfigurationException(name + " line " + startsAt + ": a quote does not end");
    }

    /** Keeps the line ends, so that Flink's messages name the right line of the statement. */
    private void skipComment() {
      int end = text.indexOf("*/", position + 2);
      if (end < 0) {
        throw new ConfigurationException(name + " line " + line + ": a comment does not end");
      }
      current.append(' ');
      for (; position < end + 2; position++) {
        if (text.charAt(position) == '\n') {
          line++;
          current.append('\n');
        }
      }
    }

    private void take(char c) {
      if (!begun && !Character.isWhitespace(c)) {
        begun = true;
        startLine = line;
      }
      if (c == '\n') {
        line++;
      }
      current.append(c);
      position++;
    }

    private void finish() {
      String statement = current.toString().strip();
      current.setLength(0);
      begun = false;
      if (!statement.isEmpty()) {
        statements.add(new Statement(statement, startLine));
      }
    }
  }
}
