package io.github.kisfutures.cli;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * Asks before a start whether a database and its tables are there. The job would find out, too, but
 * at its first rows, and it would then start anew for ever.
 */
final class DatabaseCheck {
  private static final int TIMEOUT_SECONDS = 10;

  private DatabaseCheck() {}

  /**
   * Connects once and looks for the table.
   *
   * @param who what names the database, for messages
   * @param options of Flink's jdbc connector
   * @throws UnreachableException with one sentence that says what to do
   */
  static void check(String who, Map<String, String> options) {
    String url = options.getOrDefault("url", "");
    String shown = url.split("\\?", 2)[0]; // what follows may hold a password
    try (Connection database = connect(url, options)) {
      look(who, shown, database, options.getOrDefault("table-name", ""));
    } catch (SQLException e) {
      throw new UnreachableException(
          who
              + ": cannot connect to "
              + shown
              + " ("
              + firstLine(e)
              + "); check the address (results.postgres.url for sql/results/postgres.sql), and"
              + " that the database runs");
    }
  }

  private static Connection connect(String url, Map<String, String> options) throws SQLException {
    Properties account = new Properties();
    if (options.containsKey("username")) {
      account.put("user", options.get("username"));
      account.put("password", options.getOrDefault("password", ""));
    }
    DriverManager.setLoginTimeout(TIMEOUT_SECONDS);
    return driver(url).connect(url, account);
  }

  /**
   * Not what {@link DriverManager} has: it looks for drivers once a JVM, and those of an earlier
   * submission to a cluster belong to a class loader that is not ours.
   */
  private static Driver driver(String url) throws SQLException {
    for (Driver driver : ServiceLoader.load(Driver.class, DatabaseCheck.class.getClassLoader())) {
      if (driver.acceptsURL(url)) {
        return driver;
      }
    }
    throw new SQLException("no driver for such an address is on the class path");
  }

  private static void look(String who, String shown, Connection database, String table) {
    try (Statement statement = database.createStatement()) {
      statement.executeQuery("SELECT 1 FROM " + table + " WHERE 1 = 0").close();
    } catch (SQLException e) {
      throw new UnreachableException(
          who
              + ": cannot use the table "
              + table
              + " of "
              + shown
              + " ("
              + firstLine(e)
              + "); make the tables first: psql -f sql/results/postgres-tables.sql");
    }
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }
}
