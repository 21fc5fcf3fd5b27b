package io.github.kisfutures.job.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.job.options.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsScriptTest {
  @TempDir Path directory;

  @Test
  void aTableIsMentionedByItsWholeName() throws IOException {
    ResultsScript script =
        script(
            "-- gaps and ticks\nCREATE TABLE print_bars (a INT);\n"
                + "INSERT INTO print_bars SELECT * FROM `bars`;");

    assertThat(script.mentions("bars")).isTrue();
    assertThat(script.mentions("print_bars")).isTrue();
    assertThat(script.mentions("gaps")).as("only a comment says so").isFalse();
    assertThat(script.mentions("ticks")).isFalse();
    assertThat(script.mentions("bar")).isFalse();
  }

  @Test
  void lateTicksAreNotTicks() throws IOException {
    ResultsScript script = script("INSERT INTO t SELECT * FROM late_ticks;");

    assertThat(script.mentions("late_ticks")).isTrue();
    assertThat(script.mentions("ticks")).isFalse();
  }

  @Test
  void shippedScriptsMentionTheTablesTheyWrite() {
    ResultsScript print =
        ResultsScript.load(List.of("sql/results/print.sql"), key -> Optional.empty());
    ResultsScript files =
        ResultsScript.load(List.of("sql/results/files.sql"), key -> Optional.of("/tmp/x"));

    assertThat(print.mentions("ticks")).as("a busy minute has thousands").isFalse();
    assertThat(print.mentions("bars")).isTrue();
    assertThat(files.mentions("ticks")).isTrue();
  }

  @Test
  void aScriptIsFoundOnTheClassPathToo() {
    assertThat(
            ResultsScript.load(List.of("frames/h0zfcnt0-official.txt"), key -> Optional.empty())
                .mentions("H0ZFCNT0"))
        .isTrue();
  }

  @Test
  void variablesAreReplaced() throws IOException {
    ResultsScript script =
        script(
            "INSERT INTO ${a} SELECT '${ b.c }' FROM x${a};", Map.of("a", "one", "b.c", "$1\\n"));

    assertThat(script.mentions("one")).isTrue();
    assertThat(script.mentions("xone")).isTrue();
    assertThat(script.mentions("$1\\n")).as("taken as it stands").isFalse();
  }

  @Test
  void aQuoteInAValueStaysInItsLiteral() throws IOException {
    ResultsScript script =
        script("INSERT INTO t SELECT '${p}' FROM bars", Map.of("p", "it's; DROP TABLE gaps"));

    assertThat(script.mentions("bars")).as("one statement still").isTrue();
    assertThatThrownBy(() -> script.attachTo(tables()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("(INSERT INTO t SELECT 'it''s; DROP TABLE gaps' FROM bars)");
  }

  @Test
  void aVariableWithoutValueNamesItsLine() throws IOException {
    Path file = Files.writeString(directory.resolve("s.sql"), "-- one\n\nINSERT INTO ${no.such};");

    assertThatThrownBy(() -> ResultsScript.load(List.of(file.toString()), key -> Optional.empty()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            file
                + " line 3 needs the option no.such: set it in the configuration or with"
                + " -Dno.such=...");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "EXPLAIN SELECT 1",
        "(SELECT 1)",
        "DELETE FROM t",
        "CREATE TABLE t WITH ('connector' = 'print') AS SELECT 1",
        "create or replace table t as select 1",
        "SET 'a' = 'b'"
      })
  void whatWouldRunAJobOfItsOwnIsRefused(String statement) throws IOException {
    ResultsScript script = script("\n" + statement + ";");

    assertThatThrownBy(() -> script.attachTo(tables()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("line 2 (" + statement + "): ")
        .hasMessageContaining("results script");
  }

  @Test
  void definitionsMayStandInAScript() throws IOException {
    StreamTableEnvironment tables = tables();
    script(
            """
            CREATE TEMPORARY TABLE t (a INT, b AS a + 1) WITH ('connector' = 'print');
            CREATE TEMPORARY VIEW v AS SELECT 1 AS a;
            DROP TEMPORARY VIEW IF EXISTS w;
            INSERT INTO t SELECT a FROM v;
            """)
        .attachTo(tables);

    assertThat(tables.listTemporaryTables()).contains("t", "v");
  }

  @Test
  void severalScriptsAreOneStatementSet() throws IOException {
    Path first =
        Files.writeString(
            directory.resolve("first.sql"),
            "CREATE TEMPORARY TABLE t (a INT) WITH ('connector' = 'print');\n"
                + "INSERT INTO t SELECT 1;");
    Path second =
        Files.writeString(
            directory.resolve("second.sql"),
            "CREATE TEMPORARY TABLE u (a INT) WITH ('connector' = 'print');\n"
                + "INSERT INTO u SELECT 2 FROM (VALUES (1)) AS bars;");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    ResultsScript scripts = load(first, second);

    scripts.attachTo(StreamTableEnvironment.create(env));

    assertThat(scripts.mentions("bars")).isTrue();
    assertThat(scripts.mentions("gaps")).isFalse();
    assertThat(env.getStreamGraph(false).getSinkIDs()).hasSize(2);
  }

  @Test
  void aFaultNamesTheScriptItStandsIn() throws IOException {
    Path first =
        Files.writeString(
            directory.resolve("first.sql"),
            "CREATE TEMPORARY TABLE t (a INT) WITH ('connector' = 'print');\n"
                + "INSERT INTO t SELECT 1;");
    Path second = Files.writeString(directory.resolve("second.sql"), "\nINSERT INTO t SELECT 'x';");

    assertThatThrownBy(() -> load(first, second).attachTo(tables()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(second + " line 2 (INSERT INTO t SELECT 'x'): ");
  }

  /** Whether a sink can be made is found out only when the whole set is planned. */
  @Test
  void aSinkThatCannotBeMadeNamesItsInsert() throws IOException {
    Path first =
        Files.writeString(
            directory.resolve("first.sql"),
            "CREATE TEMPORARY TABLE t (a INT) WITH ('connector' = 'print');\n"
                + "INSERT INTO t SELECT 1;");
    Path second =
        Files.writeString(
            directory.resolve("second.sql"),
            "CREATE TEMPORARY TABLE u (a INT) WITH ('connector' = 'fax');\n\n"
                + "INSERT INTO u SELECT 1;");

    assertThatThrownBy(() -> load(first, second).attachTo(tables()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(second + " line 3 (INSERT INTO u SELECT 1): ")
        .hasMessageContaining("fax");
  }

  private static ResultsScript load(Path... files) {
    return ResultsScript.load(
        Stream.of(files).map(Path::toString).toList(), key -> Optional.empty());
  }

  private static StreamTableEnvironment tables() {
    return StreamTableEnvironment.create(StreamExecutionEnvironment.createLocalEnvironment(1));
  }

  private ResultsScript script(String text) throws IOException {
    return script(text, Map.of());
  }

  private ResultsScript script(String text, Map<String, String> variables) throws IOException {
    Path file = Files.writeString(directory.resolve("script.sql"), text);
    return ResultsScript.load(
        List.of(file.toString()), key -> Optional.ofNullable(variables.get(key)));
  }
}
