package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.reference.ComparedRows;
import io.github.kisfutures.reference.Dirt;
import io.github.kisfutures.reference.DirtRates;
import io.github.kisfutures.reference.DirtyDay;
import io.github.kisfutures.reference.JsonRows;
import io.github.kisfutures.reference.LyingDay;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code replay} command against the independent recomputation, cell by cell. */
@Timeout(300)
class ReplayITCase {
  private static final long SEED = 20260710;
  private static final Duration OUT_OF_ORDERNESS = Duration.ofSeconds(2);
  private static final Duration[] WINDOWS = {
    Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5)
  };

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aDirtyDayGivesTheRecomputedRows(int parallelism) throws IOException {
    List<String> lines = DirtyDay.dirty(SEED, 12, 20_000).lines();
    Path capture = directory.resolve("day.txt.gz");
    write(capture, lines);

    replay(capture, parallelism);

    assertRecomputed(lines);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aDayOfLiesGivesTheRecomputedRows(int parallelism) throws IOException {
    List<String> lines =
        DirtyDay.lying(SEED + parallelism, 8, 8_000, DirtRates.everything()).lines();
    Path capture = directory.resolve("lies.txt");
    write(capture, lines);

    replay(capture, parallelism);

    assertRecomputed(lines);
  }

  @Test
  void everyLieGivesTheRowsWrittenByHand() throws IOException {
    Path capture = directory.resolve("lies.txt");
    write(capture, LyingDay.allLines());

    replay(capture, 2, "-Danalytics.windows=1 min");

    List<Map<String, @Nullable String>> bars =
        JsonRows.read(ResultTable.BARS, results().resolve("bars"));
    List<Map<String, @Nullable String>> gaps =
        JsonRows.read(ResultTable.GAPS, results().resolve("gaps"));
    for (LyingDay day : LyingDay.values()) {
      day.assertSame(bars, gaps);
    }
  }

  @Test
  void theOrderOfArrivalDoesNotMatterWithinTheOutOfOrderness() throws IOException {
    DirtRates rates = DirtRates.typical().with(Dirt.REORDERED, 0);
    List<String> lines = new DirtyDay(SEED, 8, 10_000, rates, OUT_OF_ORDERNESS).lines();
    List<String> shuffled = DirtyDay.shuffledWithin(SEED, lines, OUT_OF_ORDERNESS);
    Path capture = directory.resolve("shuffled.txt");
    write(capture, shuffled);

    replay(capture, 2);

    assertRecomputed(shuffled);
  }

  /** Through a link; files that are no captures, or cannot be read, are left out and told. */
  @Test
  void aDirectoryIsReadInTheOrderOfItsFiles() throws IOException {
    List<String> lines = DirtyDay.dirty(SEED + 1, 5, 6_000).lines();
    Path captures = Files.createDirectories(directory.resolve("captures"));
    int third = lines.size() / 3;
    write(captures.resolve("frames-1.txt"), lines.subList(0, third));
    write(captures.resolve("frames-2.txt.gz"), lines.subList(third, 2 * third));
    write(captures.resolve("frames-3.txt"), lines.subList(2 * third, lines.size()));

    Files.writeString(captures.resolve("notes.md"), "no capture");
    Path empty = Files.createFile(captures.resolve("frames-4.txt.gz"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), captures);

    CommandRun run = CommandRun.of(arguments(link, 2));

    assertThat(run.exitCode()).as(run.err()).isZero();
    String fault = link.resolve(empty.getFileName()) + " is too short for a packed file";
    assertThat(run.err())
        .contains("Left out: " + fault, "Left out: " + link.resolve("notes.md") + " is no capture");
    assertThat(run.out()).contains("1 file left out, which cannot be read: " + fault);
    assertRecomputed(lines);
  }

  /**
   * Each lost a third of the minutes that the other has, one is there twice, and both cut their
   * files elsewhere.
   */
  @Test
  void twoRecordersOfOneMarketGiveTheBarsOfTheirUnion() throws IOException {
    List<String> lines = DirtyDay.clean(SEED + 3, 5, 6_000).lines();
    Path captures = Files.createDirectories(directory.resolve("captures"));
    int half = lines.size() / 2;
    write(captures.resolve("one-1.txt"), inMinutes(lines.subList(0, half), 0, 1));
    write(captures.resolve("one-2.txt.gz"), inMinutes(lines.subList(half, lines.size()), 0, 1));
    write(captures.resolve("two.txt"), inMinutes(lines, 1, 2));
    write(captures.resolve("two-again.txt"), inMinutes(lines, 1, 2));

    replay(captures, 2);

    ReferenceRun expected = ReferenceRun.of(lines, WINDOWS);
    assertThat(expected.bars()).hasSizeGreaterThan(100);
    ComparedRows.assertSame(ResultTable.BARS, expected.bars(), results().resolve("bars"));
    ComparedRows.assertSame(ResultTable.GAPS, expected.gaps(), results().resolve("gaps"));
    ComparedRows.assertSame(ResultTable.TICKS, expected.ticks(), results().resolve("ticks"));
  }

  /** The lines received in minutes that leave one of these remainders by 3. */
  private static List<String> inMinutes(List<String> lines, int... remainders) {
    return lines.stream()
        .filter(
            line ->
                IntStream.of(remainders)
                    .anyMatch(one -> Integer.parseInt(line.substring(14, 16)) % 3 == one))
        .toList();
  }

  @Test
  void aReplayOfSomeContractsIsAsIfTheFeedHadBeenAskedForThem() throws IOException {
    List<String> lines = DirtyDay.dirty(SEED + 2, 8, 8_000).lines();
    Path capture = directory.resolve("day.txt");
    write(capture, lines);
    Set<String> contracts =
        ReferenceRun.of(lines, WINDOWS).bars().stream()
            .map(bar -> String.valueOf(bar.get("contract")))
            .distinct()
            .limit(3)
            .collect(Collectors.toSet());

    replay(capture, 2, "-Dfeed.contracts=" + String.join(";", contracts));

    ReferenceRun expected = ReferenceRun.of(lines, contracts, WINDOWS);
    assertThat(expected.lateTicks()).isNotEmpty();
    assertRecomputed(expected);
  }

  private void replay(Path from, int parallelism, String... more) {
    assertThat(KisFutures.execute(arguments(from, parallelism, more))).isZero();
  }

  private String[] arguments(Path from, int parallelism, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "replay",
                "--from",
                from.toString(),
                "-Dparallelism.default=" + parallelism,
                "-Dresults.script=sql/results/files.sql",
                "-Dresults.path=" + results(),
                "-Danalytics.windows=10 s, 1 min, 5 min"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private Path results() {
    return directory.resolve("results");
  }

  private void assertRecomputed(List<String> lines) throws IOException {
    assertRecomputed(ReferenceRun.of(lines, WINDOWS));
  }

  private void assertRecomputed(ReferenceRun expected) throws IOException {
    assertThat(expected.bars()).as("the day has bars").hasSizeGreaterThan(100);
    ComparedRows.assertSame(ResultTable.BARS, expected.bars(), results().resolve("bars"));
    ComparedRows.assertSame(ResultTable.GAPS, expected.gaps(), results().resolve("gaps"));
    ComparedRows.assertSame(
        ResultTable.LATE_TICKS, expected.lateTicks(), results().resolve("late_ticks"));
    ComparedRows.assertSame(ResultTable.TICKS, expected.ticks(), results().resolve("ticks"));
    assertThat(linesBelow(results().resolve("rejected_frames")))
        .as("rejected frames")
        .isEqualTo(expected.capture().rejected().size());
  }

  private static long linesBelow(Path table) throws IOException {
    try (Stream<Path> files = Files.walk(table)) {
      long lines = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        lines += Files.readAllLines(file).size();
      }
      return lines;
    }
  }

  private static void write(Path file, List<String> lines) throws IOException {
    try (BufferedWriter out =
        file.toString().endsWith(".gz")
            ? new BufferedWriter(
                new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))
            : Files.newBufferedWriter(file)) {
      for (String line : lines) {
        out.write(line);
        out.write('\n');
      }
    }
  }
}
