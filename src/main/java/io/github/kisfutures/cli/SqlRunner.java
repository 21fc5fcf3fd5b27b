package io.github.kisfutures.cli;

import io.github.kisfutures.job.options.ConfigurationException;
import io.github.kisfutures.job.results.ScriptText;
import io.github.kisfutures.job.results.SqlScript;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.table.api.ResultKind;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.internal.TableResultInternal;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.utils.print.PrintStyle;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of scripts one after the other: queries are printed as tables, INSERTs run to
 * the end of their input. {@code SET}, {@code RESET}, {@code QUIT} and statement sets are
 * understood as Flink's SQL client understands them.
 */
final class SqlRunner {
  private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES", "");
  private static final Set<String> ENDS = Set.of("QUIT", "EXIT");
  private static final Pattern BEGIN_SET =
      Pattern.compile(
          "(?:BEGIN\\s+STATEMENT\\s+SET|EXECUTE\\s+STATEMENT\\s+SET\\s+BEGIN)\\b(.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final SqlSession session;
  private final SettingStatements settings;
  private @Nullable StatementSet inserts;
  private boolean stopped;

  SqlRunner(SqlSession session) {
    this.session = session;
    this.settings = new SettingStatements(session);
  }

  /**
   * Runs a script.
   *
   * @throws ConfigurationException naming file, line and place, if a statement is wrong
   * @throws StatementFailedException naming file and line, if a statement fails
   */
  void run(ScriptText script) {
    for (SqlScript.Statement statement : script.script().statements()) {
      if (stopped || ENDS.contains(statement.text().toUpperCase(Locale.ROOT))) {
        break;
      }
      run(script, statement);
    }
    if (inserts != null) {
      throw new ConfigurationException(
          script.name() + ": a statement set is begun and not ended; write END;");
    }
  }

  private void run(ScriptText script, SqlScript.Statement statement) {
    try {
      Optional<TableResult> result = execute(script, statement);
      if (result.isPresent()) {
        await(result.get(), statement);
      }
    } catch (ConfigurationException e) {
      throw e;
    } catch (Exception e) {
      throw StatementFailedException.of(script, statement, e);
    }
  }

  private Optional<TableResult> execute(ScriptText script, SqlScript.Statement statement)
      throws IOException {
    try {
      return settings.execute(statement.text()) ? Optional.empty() : execute(statement.text());
    } catch (RuntimeException e) {
      if (StatementFaults.isUsers(e)) {
        throw new ScriptFault(script, statement, session::explained).of(e);
      }
      throw e;
    }
  }

  private Optional<TableResult> execute(String text) throws IOException {
    Matcher begin = BEGIN_SET.matcher(text);
    if (begin.matches()) {
      inserts = session.tables().createStatementSet();
      if (!begin.group(1).isBlank()) {
        // blanks for what was taken away, so that places in messages stay right
        String blanks = text.substring(0, begin.start(1)).replaceAll("\\S", " ");
        inserts.addInsertSql(blanks + begin.group(1));
      }
    } else if (inserts != null && text.equalsIgnoreCase("END")) {
      StatementSet complete = inserts;
      inserts = null;
      return Optional.of(complete.execute());
    } else if (inserts != null) {
      inserts.addInsertSql(text);
    } else {
      return Optional.of(session.tables().executeSql(text));
    }
    return Optional.empty();
  }

  private void await(TableResult result, SqlScript.Statement statement) throws Exception {
    Optional<JobClient> client = result.getJobClient();
    if (client.isEmpty()) {
      if (result.getResultKind() == ResultKind.SUCCESS_WITH_CONTENT) {
        show(result);
      }
      return;
    }
    RunningJob job = RunningJob.of(client.get(), JobStop.CANCEL, totals -> {});
    try (job) {
      if (QUERIES.contains(statement.keyword())) {
        print(result, statement);
      }
      job.await();
    } catch (Exception e) {
      if (!job.isStopped()) {
        throw e;
      }
    } finally {
      stopped = job.isStopped();
    }
  }

  /** A query ends with its last row, also where Flink lets it run on. */
  private void print(TableResult result, SqlScript.Statement query) throws Exception {
    OptionalLong limit = session.isStreaming() ? RowLimit.of(query.text()) : OptionalLong.empty();
    if (limit.isEmpty() || !(result instanceof TableResultInternal rows)) {
      result.print();
      return;
    }
    try (CloseableIterator<RowData> changes = rows.collectInternal()) { // closed, it ends the job
      PrintStyle.tableauWithTypeInferredColumnWidths(
              result.getResolvedSchema(),
              rows.getRowDataToStringConverter(),
              session.columnWidth(),
              false,
              true)
          .print(new LimitedRows(changes, limit.getAsLong()), new PrintWriter(System.out));
    }
  }

  /** What EXPLAIN and SHOW CREATE say is text of many lines, all else is a table. */
  private static void show(TableResult result) throws Exception {
    if (!result.getResolvedSchema().getColumnNames().equals(List.of("result"))) {
      result.print();
      return;
    }
    try (CloseableIterator<Row> rows = result.collect()) {
      rows.forEachRemaining(row -> System.out.println(row.getField(0)));
    }
  }
}
