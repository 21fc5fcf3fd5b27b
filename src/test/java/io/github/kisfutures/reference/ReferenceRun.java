package io.github.kisfutures.reference;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The whole recomputation of a replay, from capture lines to result rows. */
public record ReferenceRun(
    RawCapture capture,
    ReferenceContinuity continuity,
    ReferenceBars barsAndLate,
    ReferenceContracts contracts) {

  /**
   * Recomputes a replay.
   *
   * @param windows sizes of {@code analytics.windows}
   * @param contracts multipliers, names and holidays
   */
  public static ReferenceRun of(
      List<String> captureLines,
      List<Duration> windows,
      Duration maxOutOfOrderness,
      Duration gapSettleTime,
      ReferenceContracts contracts) {
    RawCapture capture = RawCapture.parse(captureLines);
    ReferenceContinuity continuity =
        ReferenceContinuity.of(capture.trades(), maxOutOfOrderness, gapSettleTime, contracts);
    return new ReferenceRun(
        capture,
        continuity,
        ReferenceBars.of(continuity.accepted(), windows, contracts),
        contracts);
  }

  /** A replay of some contracts only, otherwise as {@link #of(List, Duration...)}. */
  public static ReferenceRun of(
      List<String> captureLines, Set<String> contracts, Duration... windows) {
    ReferenceRun all = of(captureLines, windows);
    RawCapture capture =
        new RawCapture(
            all.capture().trades().stream()
                .filter(trade -> contracts.contains(trade.contract()))
                .toList(),
            all.capture().rejected(),
            all.capture().frames(),
            all.capture().controlMessages());
    ReferenceContinuity continuity =
        ReferenceContinuity.of(
            capture.trades(),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            ReferenceContracts.UNKNOWN);
    return new ReferenceRun(
        capture,
        continuity,
        ReferenceBars.of(continuity.accepted(), List.of(windows), ReferenceContracts.UNKNOWN),
        ReferenceContracts.UNKNOWN);
  }

  /** A replay with the default options of {@code docs/reference/options.md} but the windows. */
  public static ReferenceRun of(List<String> captureLines, Duration... windows) {
    return of(
        captureLines,
        List.of(windows),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        ReferenceContracts.UNKNOWN);
  }

  /** Rows of {@code bars} by contract, window end and window size. */
  public List<Map<String, @Nullable String>> bars() {
    return barsAndLate.bars();
  }

  /** Rows of {@code gaps} by contract, trading date and volume. */
  public List<Map<String, @Nullable String>> gaps() {
    return continuity.gaps();
  }

  /** Rows of {@code late_ticks} in arrival order, without {@code session}. */
  public List<Map<String, @Nullable String>> lateTicks() {
    return barsAndLate.lateTicks();
  }

  /** Rows of {@code ticks} in arrival order, without {@code session}: each accepted trade once. */
  public List<Map<String, @Nullable String>> ticks() {
    return continuity.accepted().stream()
        .map(accepted -> ResultTable.TICKS.row(ReferenceBars.tick(accepted.trade())))
        .toList();
  }
}
