package io.github.kisfutures.job.results;

import io.github.kisfutures.job.options.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * The script that sends the result tables anywhere: its DDL is executed, its INSERTs become one
 * statement set in the job ({@code blueprint.md} section 5).
 */
public final class ResultsScript {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
  private static final String INSERT = "INSERT";
  private static final List<String> DEFINITIONS =
      List.of("CREATE", "ALTER", "DROP", "USE", "LOAD", "UNLOAD", "ADD");
  private static final Pattern CREATE_AS =
      Pattern.compile(
          "^CREATE\\s+(OR\\s+REPLACE\\s+)?(TEMPORARY\\s+)?TABLE\\b.*\\bAS\\s+(SELECT|WITH)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final SqlScript script;

  private ResultsScript(SqlScript script) {
    this.script = script;
  }

  /**
   * Reads a script from a file or, if there is none of that name, from the class path, which holds
   * the scripts that are shipped. {@code ${key}} is replaced from the configuration.
   *
   * @throws ConfigurationException naming the file, and the line where there is one
   */
  public static ResultsScript load(String name, Function<String, Optional<String>> variables) {
    return new ResultsScript(SqlScript.parse(name, substitute(name, read(name), variables)));
  }

  private static String read(String name) {
    try {
      Path file = Path.of(name);
      if (Files.isDirectory(file)) {
        throw new ConfigurationException(
            "results.script: " + name + " is a directory: name a script in it");
      }
      if (Files.exists(file)) {
        return Files.readString(file);
      }
      try (InputStream shipped = ResultsScript.class.getClassLoader().getResourceAsStream(name)) {
        if (shipped != null) {
          return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "results.script: cannot read " + name + " (" + e.getMessage() + "): name a UTF-8 text");
    }
    throw new ConfigurationException(
        "results.script: there is no file " + name + ", and none of that name is shipped");
  }

  private static String substitute(
      String name, String text, Function<String, Optional<String>> variables) {
    Matcher matcher = VARIABLE.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String key = matcher.group(1).strip();
      long line = 1 + text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
      String value =
          variables
              .apply(key)
              .orElseThrow(
                  () ->
                      new ConfigurationException(
                          name
                              + " line "
                              + line
                              + " needs the option "
                              + key
                              + ": set it in the configuration or with -D"
                              + key
                              + "=..."));
      matcher.appendReplacement(result, Matcher.quoteReplacement(value.replace("'", "''")));
    }
    return matcher.appendTail(result).toString();
  }

  /** Whether any statement mentions a table; tables that nobody reads need not be made. */
  public boolean mentions(String table) {
    Pattern word = Pattern.compile("\\b" + Pattern.quote(table) + "\\b", Pattern.CASE_INSENSITIVE);
    return script.statements().stream().anyMatch(s -> word.matcher(s.text()).find());
  }

  /**
   * Executes the DDL and attaches the INSERTs to the environment's job.
   *
   * @throws ConfigurationException naming file, line and statement, if one is wrong
   */
  public void attachTo(StreamTableEnvironment tables) {
    StreamStatementSet inserts = tables.createStatementSet();
    int insertCount = 0;
    for (SqlScript.Statement statement : script.statements()) {
      try {
        if (statement.keyword().equals(INSERT)) {
          addInsert(inserts, statement);
          insertCount++;
        } else {
          requireDefinition(statement);
          tables.executeSql(statement.text());
        }
      } catch (RuntimeException e) {
        throw wrong(statement, e);
      }
    }
    if (insertCount == 0) {
      throw new ConfigurationException(script.name() + " has no INSERT: nothing would be written");
    }
    try {
      inserts.attachAsDataStream();
    } catch (RuntimeException e) {
      throw new ConfigurationException(script.name() + ": " + innermost(e));
    }
  }

  /** Anything else would be a job of its own, with sessions of its own, or would do nothing. */
  private static void requireDefinition(SqlScript.Statement statement) {
    if (statement.keyword().equals("SET")) {
      throw new ConfigurationException(
          "SET belongs into the configuration file, not into the results script");
    }
    if (!DEFINITIONS.contains(statement.keyword()) || CREATE_AS.matcher(statement.text()).find()) {
      throw new ConfigurationException(
          "only definitions ("
              + String.join(", ", DEFINITIONS)
              + ") and INSERT may stand in the results script");
    }
  }

  private static void addInsert(StatementSet inserts, SqlScript.Statement statement) {
    inserts.addInsertSql(statement.text());
  }

  private ConfigurationException wrong(SqlScript.Statement statement, RuntimeException cause) {
    String head = statement.text().lines().findFirst().orElse("").strip();
    return new ConfigurationException(
        script.name() + " line " + statement.line() + " (" + head + "): " + innermost(cause));
  }

  /** The deepest message says what is wrong; the outer ones only that something is. */
  private static String innermost(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null
        ? deepest.getClass().getSimpleName().toLowerCase(Locale.ROOT)
        : message.lines().findFirst().orElse("").strip();
  }
}
