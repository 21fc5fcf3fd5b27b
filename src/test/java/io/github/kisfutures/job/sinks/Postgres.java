package io.github.kisfutures.job.sinks;

import io.github.kisfutures.ProcessSignal;
import io.github.kisfutures.reference.ColumnType;
import io.github.kisfutures.reference.ResultTable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of its own, with the tables of {@code sql/results/postgres-tables.sql}. */
public final class Postgres implements AutoCloseable {
  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  static Postgres start() throws IOException, SQLException {
    Postgres postgres = new Postgres(EmbeddedPostgres.start());
    postgres.execute(Files.readString(Path.of("sql/results/postgres-tables.sql")));
    return postgres;
  }

  /** What {@code results.postgres.url} must say. */
  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** Ends it as {@code pg_ctl -m immediate} does; says how it is started again. */
  public Outage interrupt() throws SQLException, IOException {
    Path pidFile = Path.of(texts("SHOW data_directory").get(0), "postmaster.pid");
    ProcessHandle server =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0).strip())).orElseThrow();
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U")); // it does not run as root
    }
    command.add(server.info().command().orElseThrow());
    command.addAll(List.of(server.info().arguments().orElseThrow()));
    ProcessSignal.QUIT.send(server.pid());
    server.onExit().join();
    return () ->
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  /** A server that is down. */
  @FunctionalInterface
  public interface Outage {
    /** Starts it again, with what it had. */
    void end() throws IOException;
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** One text per row of a query of one column. */
  List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /** The rows of a table in canonical form. */
  public List<Map<String, @Nullable String>> rows(ResultTable table) {
    List<Map<String, @Nullable String>> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + table.name())) {
      while (rows.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (Map.Entry<String, ColumnType> column : table.columns().entrySet()) {
          row.put(column.getKey(), value(rows, column.getKey(), column.getValue()));
        }
        found.add(table.row(row));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  private static @Nullable Object value(ResultSet rows, String column, ColumnType type)
      throws SQLException {
    return switch (type) {
      case LTZ -> {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        yield time == null ? null : time.toInstant();
      }
      case DATE -> rows.getObject(column, LocalDate.class);
      case BOOLEAN -> rows.getObject(column);
      default -> rows.getString(column);
    };
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
