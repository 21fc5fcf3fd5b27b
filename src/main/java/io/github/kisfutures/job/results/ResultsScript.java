package io.github.kisfutures.job.results;

import io.github.kisfutures.job.options.ConfigurationException;
import io.github.kisfutures.wire.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * The script, or several, that send the result tables anywhere: their DDL is executed, their
 * INSERTs become one statement set in the job ({@code docs/results.md}).
 */
public final class ResultsScript {
  /** The shipped script that prints the rows, for jobs without another. */
  public static final String PRINT = "sql/results/print.sql";

  private static final String INSERT = "INSERT";
  private static final List<String> DEFINITIONS =
      List.of("CREATE", "ALTER", "DROP", "USE", "LOAD", "UNLOAD", "ADD");
  private static final Pattern CREATE_AS =
      Pattern.compile(
          "^CREATE\\s+(OR\\s+REPLACE\\s+)?(TEMPORARY\\s+)?TABLE\\b.*\\bAS\\s+(SELECT|WITH)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final List<SqlScript> scripts;

  private ResultsScript(List<SqlScript> scripts) {
    this.scripts = scripts;
  }

  /**
   * Reads scripts from files or, where there is none of that name, from the class path, which holds
   * the scripts that are shipped. {@code ${key}} is replaced from the configuration.
   *
   * @param names at least one; they run in this order
   * @throws ConfigurationException naming the file, and the line where there is one
   */
  public static ResultsScript load(
      List<String> names, Function<String, Optional<String>> variables) {
    return new ResultsScript(
        names.stream()
            .map(name -> ScriptText.load("results.script", name, variables).script())
            .toList());
  }

  /** Whether any statement mentions a table; tables that nobody reads need not be made. */
  public boolean mentions(String table) {
    Pattern word = Pattern.compile("\\b" + Pattern.quote(table) + "\\b", Pattern.CASE_INSENSITIVE);
    return scripts.stream()
        .flatMap(script -> script.statements().stream())
        .anyMatch(statement -> word.matcher(statement.text()).find());
  }

  /**
   * Executes the DDL and attaches the INSERTs to the environment's job.
   *
   * @return the tables that the scripts define
   * @throws ConfigurationException naming file, line and statement, if one is wrong
   */
  public List<SinkTable> attachTo(StreamTableEnvironment tables) {
    StreamStatementSet statements = tables.createStatementSet();
    StarInsert star = new StarInsert(tables);
    List<Insert> inserts = new ArrayList<>();
    for (SqlScript script : scripts) {
      for (SqlScript.Statement statement : script.statements()) {
        try {
          if (statement.keyword().equals(INSERT)) {
            statements.addInsertSql(star.fitted(statement.text()));
            inserts.add(new Insert(script, statement));
          } else {
            requireDefinition(statement);
            tables.executeSql(statement.text());
          }
        } catch (RuntimeException e) {
          throw wrong(tables, script, statement, e);
        }
      }
    }
    if (inserts.isEmpty()) {
      throw new ConfigurationException(names() + ": no INSERT, so nothing would be written");
    }
    try {
      statements.attachAsDataStream();
    } catch (RuntimeException e) {
      inserts.forEach(insert -> requirePlannable(tables, star, insert));
      throw new ConfigurationException(names() + ": " + innermost(e));
    }
    return SinkTable.of(tables);
  }

  private record Insert(SqlScript script, SqlScript.Statement statement) {}

  /** The set is planned as a whole, and does not say which INSERT is wrong: each by itself does. */
  private static void requirePlannable(
      StreamTableEnvironment tables, StarInsert star, Insert insert) {
    try {
      tables.explainSql(star.fitted(insert.statement().text()));
    } catch (RuntimeException e) {
      throw wrong(tables, insert.script(), insert.statement(), e);
    }
  }

  private String names() {
    return scripts.stream().map(SqlScript::name).collect(Collectors.joining("; "));
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

  private static ConfigurationException wrong(
      TableEnvironment tables,
      SqlScript script,
      SqlScript.Statement statement,
      RuntimeException cause) {
    return new ConfigurationException(
        script.name()
            + " line "
            + statement.line()
            + " ("
            + Redaction.redactKeys(statement.head())
            + "): "
            + UnknownColumn.explained(innermost(cause), statement.text(), tables));
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
        : Redaction.redactKeys(message.lines().findFirst().orElse("").strip());
  }
}
