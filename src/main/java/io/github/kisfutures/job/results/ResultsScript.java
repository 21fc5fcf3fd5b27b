package io.github.kisfutures.job.results;

import io.github.kisfutures.job.options.ConfigurationException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * The script that sends the result tables anywhere: its DDL is executed, its INSERTs become one
 * statement set in the job ({@code blueprint.md} section 5).
 */
public final class ResultsScript {
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
    return new ResultsScript(ScriptText.load("results.script", name, variables).script());
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
