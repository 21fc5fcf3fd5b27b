package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.reference.SampleRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The default results script over a capture of three lines. */
@Timeout(60)
class PrintedResultsITCase {
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
        CommandRun.of("replay", "--from", capture.toString(), "-Dparallelism.default=1");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .anyMatch(line -> line.startsWith("bars> +I[111V06, 2026-07-10T00:16:00Z, "))
        .anyMatch(line -> line.startsWith("gaps> +I[111V06, 2026-07-10, 0, 1719, 1719, "))
        .anyMatch(line -> line.startsWith("gaps> +I[111V06, 2026-07-10, 1724, 1726, 2, 1562000, "))
        .anyMatch(
            line ->
                line.startsWith("rejected_frames> +I[2026-07-10T00:16:41.500Z, replay, ")
                    && line.endsWith(", 0|H0ZFCNT0|001|garbage]"))
        .noneMatch(line -> line.startsWith("ticks"))
        .last()
        .asString()
        .startsWith(
            "3 frames, 2 trades, 0 duplicates, 2 gaps, 1,721 missed contracts, 1 rejected,");
  }
}
