package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.reference.DirtyDay;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.reference.SampleRecord;
import io.github.kisfutures.reference.SampleRules;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows printed by the shipped script, or shown as the live table where there is no script. */
@Timeout(60)
class PrintedResultsITCase {
  private static final String NAME = "삼성전자   F 202608";
  private static final long SEED = 20260710;

  @TempDir Path directory;

  @Test
  void resultsAreOnStandardOutputWithTheSummaryBehind() throws IOException {
    Path capture = directory.resolve("capture.txt");
    Files.writeString(
        capture,
        String.join(
            "\n",
            SampleRecord.line("091639", SampleRecord.officialFrame()),
            SampleRecord.line(SampleRecord.trade("091640", 78000, 2, 1728, 1_340_250_000L)),
            SampleRecord.line("091641", "0|H0ZFCNT0|001|garbage"),
            ""));

    CommandRun run =
        CommandRun.of(
            "replay",
            "--from",
            capture.toString(),
            "-Dparallelism.default=1",
            "-Dresults.script=sql/results/print.sql",
            "-Dcontracts.master-file=" + master());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines().filter(line -> line.startsWith("bars> ")))
        .allMatch(line -> line.contains(", " + NAME + ", "));
    assertThat(run.out().lines().filter(line -> line.startsWith("gaps> ")))
        .hasSize(2)
        .allMatch(line -> line.contains(", " + NAME + ", "));
    assertThat(run.out().lines())
        .anyMatch(line -> line.startsWith("bars> +I[111V06, 2026-07-10T00:16:00Z, "))
        .anyMatch(line -> line.startsWith("gaps> +I[111V06, 2026-07-10, 0, 1719, 1719, "))
        .anyMatch(line -> line.startsWith("gaps> +I[111V06, 2026-07-10, 1724, 1726, 2, 1562000, "))
        .anyMatch(
            line ->
                line.startsWith("rejected_frames> +I[2026-07-10T00:16:41.500Z, replay, ")
                    && line.endsWith(", 0|H0ZFCNT0|001|garbage]"))
        .noneMatch(line -> line.startsWith("ticks"))
        .anyMatch(
            line ->
                line.startsWith(
                        "3 frames, 2 trades, 0 duplicates, 1 gaps, 2 missed contracts, 1 rejected,")
                    && line.endsWith("; joined 1 contracts late (1,719 contracts traded before)"))
        .endsWith("2 records = 2 ticks + 0 duplicates; 3 frames = 2 decoded + 1 rejected");
  }

  @Test
  void withoutAScriptTheLiveTableShowsBarsAndLosses() throws IOException {
    Path capture = directory.resolve("capture.txt");
    Files.writeString(
        capture,
        String.join(
            "\n",
            SampleRecord.line("091639", SampleRecord.officialFrame()),
            SampleRecord.line(SampleRecord.trade("091640", 78000, 2, 1728, 1_340_250_000L)),
            ""));

    CommandRun run = CommandRun.of("replay", "--from", capture.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .anyMatch(line -> line.startsWith("contract  until "))
        .anyMatch(line -> line.matches("111V06 +09:17:00 +78,000 .*no, 2 missed"))
        .contains("09:16:40  GAP 111V06: 2 contracts missed, 1,562,000 won (UNKNOWN)")
        .noneMatch(line -> line.contains("LATE_JOIN"));
    assertThat(run.err()).doesNotContain(" 0 % done");
  }

  private Path master() throws IOException {
    String line = "1|111V06|KR4111V60006|" + NAME + " (  10)||0|1|005930|삼성전자\n";
    return Files.write(
        directory.resolve("master.mst"), line.getBytes(Charset.forName("x-windows-949")));
  }

  /** Every row that is printed, against the recomputation, cell by cell. */
  @Test
  void whatIsPrintedIsAsRecomputed() throws IOException {
    List<String> lines = DirtyDay.dirty(SEED, 3, 3_000).lines();
    Path capture = Files.write(directory.resolve("day.txt"), lines);

    CommandRun run =
        CommandRun.of(
            "replay",
            "--from",
            capture.toString(),
            "-Dresults.script=sql/results/print.sql",
            "-Dalerts.rules=" + SampleRules.write(directory, 60));

    assertThat(run.exitCode()).as(run.err()).isZero();
    ReferenceRun expected = ReferenceRun.of(lines, Duration.ofMinutes(1));
    assertThat(printed(run, "bars", ResultTable.BARS.columns().size()))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(texts(expected.bars()));
    assertThat(printed(run, "alerts", ResultTable.ALERTS.columns().size()))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(texts(SampleRules.alerts(expected, 60)));
    assertThat(printed(run, "gaps", ResultTable.GAPS.columns().size()))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(texts(expected.gaps()));
    assertThat(printed(run, "rejected_frames", 1))
        .extracting(row -> row.get(0))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            expected.capture().rejected().stream()
                .map(rejected -> OffsetDateTime.parse(rejected.line().split("\t", 2)[0]))
                .map(time -> time.toInstant().toString())
                .toList());
    assertThat(printed(run, "late_ticks", 1)).isNotEmpty().hasSameSizeAs(expected.lateTicks());
    assertThat(printed(run, "feed_events", 1)).as("of a replay").isEmpty();
  }

  /** The first columns of the rows of a table, whatever printer has printed them. */
  private static List<List<String>> printed(CommandRun run, String table, int columns) {
    Pattern row = Pattern.compile(table + "(?::\\d+)?> \\+I\\[(.*)]");
    return run.out()
        .lines()
        .map(row::matcher)
        .filter(Matcher::matches)
        .map(found -> List.of(found.group(1).split(", ")).subList(0, columns))
        .toList();
  }

  private static List<List<String>> texts(List<Map<String, @Nullable String>> rows) {
    return rows.stream().map(row -> row.values().stream().map(String::valueOf).toList()).toList();
  }
}
