package io.github.kisfutures.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.reference.ComparedRows;
import io.github.kisfutures.reference.JsonRows;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.SentFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a live job has written, against the recomputation from what the simulator sent.
 *
 * @param directory of {@code results.path}
 */
public record LiveResults(Path directory) {
  /** How long tests wait for anything. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Rows of a table that are visible so far. */
  public List<Map<String, @Nullable String>> rows(ResultTable table) {
    Path rows = directory.resolve(table.name().toLowerCase(java.util.Locale.ROOT));
    return Files.exists(rows) ? JsonRows.read(table, rows) : List.of();
  }

  /** What must come out of these frames. */
  public static ReferenceRun recomputed(List<SentFrame> frames, Duration... windows) {
    List<String> lines =
        frames.stream().map(sent -> KoreaTime.text(sent.atMillis()) + "\t" + sent.text()).toList();
    return ReferenceRun.of(lines, windows);
  }

  /**
   * Waits for the bars, and compares bars and gaps.
   *
   * @param cause of the gaps that the recomputation cannot explain
   */
  public void assertSame(ReferenceRun expected, String cause) {
    Eventually.await(
        expected.bars().size() + " bars",
        PATIENCE,
        () -> rows(ResultTable.BARS).size() >= expected.bars().size());
    ComparedRows.assertSame(ResultTable.BARS, expected.bars(), directory.resolve("bars"));
    List<Map<String, @Nullable String>> gaps =
        expected.gaps().stream().map(gap -> withCause(gap, cause)).toList();
    assertThat(ComparedRows.differences(ResultTable.GAPS, gaps, rows(ResultTable.GAPS))).isEmpty();
  }

  /** A gap with the cause that the recomputation cannot explain. */
  public static Map<String, @Nullable String> withCause(
      Map<String, @Nullable String> gap, String cause) {
    Map<String, @Nullable String> copy = new LinkedHashMap<>(gap);
    copy.replace("cause", "UNKNOWN", cause);
    return copy;
  }

  /** The values of a column. */
  public static List<@Nullable String> column(
      List<Map<String, @Nullable String>> rows, String column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  /** Waits until so many contracts are registered, over all sessions. */
  public static void awaitSubscribed(KisSimulator simulator, int registrations) {
    Eventually.await(
        registrations + " registrations",
        PATIENCE,
        () ->
            simulator.subscriptions().values().stream().mapToInt(Set::size).sum() == registrations);
  }

  /** Waits until so many further frames are sent. */
  public static void awaitFrames(KisSimulator simulator, int more) {
    int before = simulator.sentFrames().size();
    Eventually.await(
        more + " more frames", PATIENCE, () -> simulator.sentFrames().size() >= before + more);
  }

  /** Waits until the market has made so many further trades. */
  public static void awaitTradesMade(KisSimulator simulator, int more) {
    int before = simulator.tradesMade().size();
    Eventually.await(
        more + " more trades", PATIENCE, () -> simulator.tradesMade().size() >= before + more);
  }

  /**
   * Lets the market stand still until the job has read all that was sent since {@code sentBefore}.
   */
  static void settle(KisSimulator simulator, LiveJob job, int sentBefore) {
    simulator.pause();
    Eventually.await(
        "every frame sent was read",
        PATIENCE,
        () -> job.total("frames") == simulator.sentFrames().size() - sentBefore);
    assertThat(job.total("rejected")).isZero();
  }
}
