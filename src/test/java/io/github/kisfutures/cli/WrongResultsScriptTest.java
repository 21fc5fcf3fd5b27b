package io.github.kisfutures.cli;

import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A wrong results script is one clear line with file and line, and exit code 2; no cluster is
 * started.
 */
@Timeout(60)
class WrongResultsScriptTest {
  @TempDir Path directory;

  private Path credentials;
  private Path capture;

  @BeforeEach
  void writeFiles() throws IOException {
    credentials = CredentialsText.file(directory, SimulatorSettings.DEFAULT_ACCOUNT);
    capture = Files.createFile(directory.resolve("capture.txt"));
  }

  @Test
  void alertRulesThatAreNotThere() {
    live("-Dalerts.rules=rules.yaml").isWrongUsage("alerts.rules: rules.yaml", "no such file");
    replay("-Dalerts.rules=rules.yaml").isWrongUsage("alerts.rules: rules.yaml", "no such file");
  }

  @Test
  void aScriptThatIsNotThere() {
    live("-Dresults.script=" + missing()).isWrongUsage("results.script", missing());
    replay("-Dresults.script=" + missing()).isWrongUsage("results.script", missing());
  }

  @Test
  void aScriptThatIsADirectory() {
    replay("-Dresults.script=" + directory).isWrongUsage("results.script", directory.toString());
  }

  @Test
  void aShippedScriptWithoutItsOption() {
    replay("-Dresults.script=sql/results/files.sql")
        .isWrongUsage("sql/results/files.sql", "line 6", "results.path", "-Dresults.path=");
  }

  @Test
  void aScriptWithoutInsert() throws IOException {
    Path script = script("CREATE TEMPORARY TABLE t (a INT) WITH ('connector' = 'print');\n");

    replay("-Dresults.script=" + script).isWrongUsage(script.toString(), "no INSERT");
  }

  @Test
  void aScriptWithAWrongStatement() throws IOException {
    Path script = script("-- mine\n\nCREATE TEMPORARY TABEL t (a INT);\nINSERT INTO t SELECT 1;\n");

    replay("-Dresults.script=" + script)
        .isWrongUsage(script.toString(), "line 3", "(CREATE TEMPORARY TABEL t (a INT))");
  }

  @Test
  void aScriptWithAWrongInsert() throws IOException {
    Path script =
        script(
            """
            CREATE TEMPORARY TABLE t (a BIGINT) WITH ('connector' = 'print');
            INSERT INTO t SELECT prize
              FROM bars;
            """);

    replay("-Dresults.script=" + script)
        .isWrongUsage(script.toString(), "line 2", "(INSERT INTO t SELECT prize)", "'prize'");
  }

  @Test
  void aScriptWithAnUnknownConnector() throws IOException {
    Path script =
        script(
            """
            CREATE TEMPORARY TABLE t (a BIGINT) WITH ('connector' = 'fax');
            INSERT INTO t SELECT price FROM ticks;
            """);

    replay("-Dresults.script=" + script).isWrongUsage(script.toString(), "fax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT * FROM bars", "SET 'a' = 'b'", "EXECUTE PLAN 'x'", "SHOW TABLES"})
  void aScriptWithAStatementThatHasNoPlaceThere(String statement) throws IOException {
    Path script = script(statement + ";\n");

    replay("-Dresults.script=" + script)
        .isWrongUsage(script.toString(), "line 1", "(" + statement + ")", "results script");
  }

  @Test
  void aScriptWithAnOpenQuote() throws IOException {
    Path script = script("\n\nINSERT INTO t SELECT 'open;\n");

    replay("-Dresults.script=" + script).isWrongUsage(script.toString(), "line 3", "quote");
  }

  private CommandRun live(String override) {
    return CommandRun.of(
        "run", "-Dfeed.contracts=111V06", "-Dfeed.credentials=file:" + credentials, override);
  }

  private CommandRun replay(String override) {
    return CommandRun.of("replay", "--from", capture.toString(), override);
  }

  private String missing() {
    return directory.resolve("not-there").toString();
  }

  private Path script(String sql) throws IOException {
    return Files.writeString(directory.resolve("results.sql"), sql);
  }
}
