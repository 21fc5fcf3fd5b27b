package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.reference.DirtyDay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.flink.table.functions.ScalarFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The {@code sql} command: what it says of what is wrong, or fails. */
@Timeout(180)
class SqlFailuresITCase {
  @TempDir Path directory;
  private Path ticks = Path.of("");

  @BeforeEach
  void capture() throws IOException {
    ticks = new SqlScripts(directory).ticks(DirtyDay.clean(5, 2, 300).lines());
  }

  @Test
  void aWrongColumnIsShownInItsLine() throws IOException {
    Path query = script("query.sql", "-- one\n\n  SELECT price,\n    prise + 1\n  FROM ticks;\n");

    CommandRun run = CommandRun.of("sql", ticks.toString(), query.toString());

    assertThat(run.exitCode()).isEqualTo(KisFutures.WRONG_USAGE);
    assertThat(run.err())
        .startsWith("kis-futures: " + query + " line 4: ")
        .contains(
            "Column 'prise' not found in any table; did you mean 'price'? ticks has contract, ")
        .endsWith("\n      prise + 1\n      ^\n")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void aWordTooManyIsShownInItsLine() throws IOException {
    Path query = script("query.sql", "SHOW TABLES; /* now */ SELECT price FORM ticks;\n");

    CommandRun run = CommandRun.of("sql", ticks.toString(), query.toString());

    assertThat(run.exitCode()).isEqualTo(KisFutures.WRONG_USAGE);
    assertThat(run.err())
        .isEqualTo(
            """
            kis-futures: %s line 1: SQL parse failed. Encountered "ticks"
              SHOW TABLES; /* now */ SELECT price FORM ticks;
                                                       ^
            """
                .formatted(query));
  }

  @Test
  void aFaultWithinAStatementSetIsShownInItsLine() throws IOException {
    Path inserts =
        script(
            "inserts.sql",
            """
            CREATE TABLE prices (price BIGINT) WITH ('connector' = 'blackhole');
            EXECUTE STATEMENT SET
            BEGIN
              INSERT INTO prices SELECT prise FROM ticks;
            END;
            """);

    CommandRun run = CommandRun.of("sql", ticks.toString(), inserts.toString());

    assertThat(run.exitCode()).isEqualTo(KisFutures.WRONG_USAGE);
    assertThat(run.err())
        .contains("inserts.sql line 4: ", "'prise'")
        .endsWith(
            "\n    INSERT INTO prices SELECT prise FROM ticks;\n                              ^\n");
  }

  @Test
  void whatIsNotAboutAPlaceIsShownAtTheStatement() throws IOException {
    Path table =
        script(
            "table.sql",
            "CREATE TABLE t (price INT) WITH ('connector' = 'kis', 'contracts' = '111V06');\n"
                + "SELECT *\nFROM t;");

    CommandRun run = CommandRun.of("sql", table.toString());

    assertThat(run.exitCode()).isEqualTo(KisFutures.WRONG_USAGE);
    assertThat(run.err())
        .isEqualTo(
            """
            kis-futures: %s line 2: column 'price' is declared INT: declare it BIGINT
              SELECT *
              ^
            """
                .formatted(table));
  }

  @Test
  void aFaultyCaptureFailsUnlessFaultsAreLeftOut() throws IOException {
    Files.writeString(directory.resolve("day.txt"), "no line at all\n");
    Path strict = script("strict.sql", Files.readString(ticks).replace("'true' --", "'false' --"));
    Path query = script("query.sql", "SELECT COUNT(*) FROM ticks;");

    CommandRun run = CommandRun.of("sql", strict.toString(), query.toString());

    assertThat(run.exitCode()).isEqualTo(KisFutures.FAILED);
    assertThat(run.err())
        .startsWith("kis-futures: " + query + " line 1 (SELECT COUNT(*) FROM ticks): ")
        .contains("a captured line cannot be decoded: ", "'kis.ignore-parse-errors' = 'true'")
        .hasLineCount(1);
  }

  /** Streaming has checkpoints, with which Flink would begin anew for ever. */
  @Test
  void aFaultyCaptureEndsAStreamingQuery() throws IOException {
    Path query = script("query.sql", "\nSELECT price\nFROM ticks;\n");

    CommandRun run = CommandRun.of("sql", faultyStream().toString(), query.toString());

    assertThat(run.exitCode()).isEqualTo(KisFutures.FAILED);
    assertThat(run.err())
        .startsWith("kis-futures: " + query + " line 2 (SELECT price): ")
        .contains("a captured line cannot be decoded: ")
        .hasLineCount(1);
  }

  @Test
  void aFaultyCaptureEndsAStreamingStatementSet() throws IOException {
    Path inserts =
        script(
            "inserts.sql",
            """
            CREATE TABLE nowhere (price BIGINT) WITH ('connector' = 'blackhole');
            BEGIN STATEMENT SET;
            INSERT INTO nowhere SELECT price FROM ticks;
            END;
            """);

    CommandRun.of("sql", faultyStream().toString(), inserts.toString())
        .isFailure(inserts + " line 4 (END): ", "a captured line cannot be decoded: ");
  }

  @Test
  void restartsAreAsTheUserSays() throws IOException {
    String failing =
        """
        CREATE FUNCTION failing AS '%s';
        SELECT failing(x) FROM (VALUES ('a')) AS v (x);
        """
            .formatted(CountedFailure.class.getName());
    List<String> twice =
        List.of("type=fixed-delay", "fixed-delay.attempts=2", "fixed-delay.delay=1 ms");
    String sets =
        twice.stream()
            .map(option -> "SET 'restart-strategy." + option.replace("=", "' = '") + "';\n")
            .collect(Collectors.joining());

    Path plain = script("plain.sql", failing);
    CommandRun.of("sql", plain.toString());
    assertThat(CountedFailure.takeCount()).isEqualTo(1);
    List<String> args = new ArrayList<>(List.of("sql", plain.toString()));
    twice.forEach(option -> args.add("-Drestart-strategy." + option));
    CommandRun.of(args.toArray(String[]::new));
    assertThat(CountedFailure.takeCount()).isEqualTo(3);
    CommandRun.of("sql", script("before.sql", sets + failing).toString());
    assertThat(CountedFailure.takeCount()).isEqualTo(3);
    CommandRun.of("sql", script("after.sql", "SHOW TABLES;" + sets + failing).toString());
    assertThat(CountedFailure.takeCount()).isEqualTo(3);
  }

  /** A function that always fails. */
  public static final class CountedFailure extends ScalarFunction {
    private static final AtomicInteger COUNT = new AtomicInteger();

    static int takeCount() {
      return COUNT.getAndSet(0);
    }

    /** Of any text. */
    public String eval(String text) {
      COUNT.incrementAndGet();
      throw new IllegalStateException("no " + text);
    }
  }

  private Path faultyStream() throws IOException {
    Files.writeString(directory.resolve("day.txt"), "no line at all\n");
    return script(
        "strict.sql",
        Files.readString(ticks)
            .replace("'true' --", "'false' --")
            .replace("= 'batch'", "= 'streaming'"));
  }

  @Test
  void whatIsNotThereWhenItRunsIsAFailure() throws IOException {
    Path nowhere = directory.resolve("nowhere");
    for (String mode : List.of("batch", "streaming")) {
      Path script =
          script(
              "moved.sql",
              Files.readString(ticks)
                      .replace(directory.resolve("day.txt").toString(), nowhere.toString())
                      .replace("= 'batch'", "= '" + mode + "'")
                  + "SELECT price FROM ticks;");

      CommandRun run = CommandRun.of("sql", script.toString());

      assertThat(run.exitCode()).as(mode).isEqualTo(KisFutures.FAILED);
      assertThat(run.err())
          .as(mode)
          .startsWith("kis-futures: " + script + " line ")
          .contains("(SELECT price FROM ticks): ", nowhere.toString())
          .hasLineCount(1);
    }
  }

  @Test
  void aClusterThatCannotStartIsAFailure() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path query = script("query.sql", "SELECT 1;");

      CommandRun run =
          CommandRun.of("sql", "-Drest.port=" + taken.getLocalPort(), query.toString());

      assertThat(run.exitCode()).isEqualTo(KisFutures.FAILED);
      assertThat(run.err())
          .startsWith("kis-futures: " + query + " line 1 (SELECT 1): ")
          .hasLineCount(1);
    }
  }

  @Test
  void whatFlinkDoesNotSupportIsWrongUsage() throws IOException {
    Path query = script("query.sql", "SELECT price FROM ticks ORDER BY price;");
    Path streaming =
        script("streaming.sql", Files.readString(ticks).replace("= 'batch'", "= 'streaming'"));

    CommandRun run = CommandRun.of("sql", streaming.toString(), query.toString());

    assertThat(run.exitCode()).isEqualTo(KisFutures.WRONG_USAGE);
    assertThat(run.err()).startsWith("kis-futures: " + query + " line 1: ");
  }

  @Test
  void aValueThatCannotBeReadIsWrongUsage() throws IOException {
    Path query =
        script("query.sql", "SET 'execution.checkpointing.interval' = 'often';\nSELECT 1;");

    CommandRun run = CommandRun.of("sql", query.toString());

    assertThat(run.exitCode()).isEqualTo(KisFutures.WRONG_USAGE);
    assertThat(run.err()).contains("execution.checkpointing.interval", "often");
  }

  @Test
  void variablesInCommentsNeedNoValue() throws IOException {
    Path query = script("query.sql", "-- with ${nothing}\nSHOW TABLES; /* or ${nothing} */");

    CommandRun run = CommandRun.of("sql", query.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aMissingOrUnfinishedScriptIsWrongUsage() throws IOException {
    CommandRun.of("sql", "nowhere.sql").isWrongUsage("sql: there is no file nowhere.sql");
    CommandRun.of("sql").isWrongUsage("FILE");
    CommandRun.of("sql", script("q.sql", "SELECT 'open").toString())
        .isWrongUsage("q.sql line 1: a quote does not end");
    CommandRun.of("sql", script("v.sql", "SELECT '${results.path}';").toString())
        .isWrongUsage("v.sql line 1 needs the option results.path");
  }

  @Test
  void modesCannotBeMixed() throws IOException {
    Path late = script("late.sql", "SET 'execution.runtime-mode' = 'streaming';");

    CommandRun run = CommandRun.of("sql", ticks.toString(), late.toString());

    assertThat(run.exitCode()).isEqualTo(KisFutures.WRONG_USAGE);
    assertThat(run.err().lines().collect(Collectors.joining(" ")))
        .contains("late.sql line 1: execution.runtime-mode is set too late");
  }

  private Path script(String name, String text) throws IOException {
    return new SqlScripts(directory).script(name, text);
  }
}
