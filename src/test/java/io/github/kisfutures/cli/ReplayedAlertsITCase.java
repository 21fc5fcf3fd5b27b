package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.reference.ComparedRows;
import io.github.kisfutures.reference.DirtyDay;
import io.github.kisfutures.reference.ReferenceAlerts;
import io.github.kisfutures.reference.ReferenceRule;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alert rules in {@code replay} against the independent recomputation, cell by cell. */
@Timeout(300)
class ReplayedAlertsITCase {
  private static final Duration OUT_OF_ORDERNESS = Duration.ofSeconds(2);
  private static final Duration[] WINDOWS = {Duration.ofSeconds(10), Duration.ofMinutes(1)};
  private static final List<String> CONDITIONS = List.of(">", ">=", "<", "<=", "abs>");
  private static final List<String> METRICS =
      List.of(
          "trades",
          "open",
          "high",
          "low",
          "close",
          "price_change",
          "volume",
          "turnover",
          "vwap",
          "vwap_observed",
          "session_vwap",
          "missed_volume",
          "basis_open",
          "basis_high",
          "basis_low",
          "basis_close",
          "basis_mean",
          "basis_drift",
          "basis_slope",
          "theoretical_basis",
          "mispricing",
          "mispricing_mean",
          "disparity",
          "oi_open",
          "oi_close",
          "oi_change",
          "oi_change_day",
          "buy_volume",
          "sell_volume",
          "best_ask",
          "best_bid",
          "basis_bp",
          "mispricing_bp",
          "unsigned_volume");

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 4"})
  void aDirtyDayRaisesAndClearsTheRecomputedAlerts(long seed, int parallelism) throws IOException {
    List<String> lines = DirtyDay.dirty(seed, 8, 8_000).lines();
    ReferenceRun run = ReferenceRun.of(lines, WINDOWS);
    List<ReferenceRule> rules = rules(new Random(seed), run);
    Path capture = Files.write(directory.resolve("day.txt"), lines);
    Path file = Files.writeString(directory.resolve("rules.yaml"), yaml(rules));

    assertThat(replay(capture, file, parallelism)).isZero();

    List<Map<String, @Nullable String>> expected = ReferenceAlerts.of(run, OUT_OF_ORDERNESS, rules);
    assertThat(expected.stream().map(row -> row.get("rule")).distinct())
        .as("rules with alerts, seed %d", seed)
        .hasSizeGreaterThan(rules.size() - 6);
    assertThat(expected).anyMatch(row -> "CLEARED".equals(row.get("state")));
    System.out.printf(
        "seed %d: %d rows of alerts by %d rules%n", seed, expected.size(), rules.size());
    ComparedRows.assertSame(ResultTable.ALERTS, expected, directory.resolve("results/alerts"));
    ComparedRows.assertSame(ResultTable.BARS, run.bars(), directory.resolve("results/bars"));
  }

  /** One rule a metric, its threshold a value that the day has; and silence. */
  private static List<ReferenceRule> rules(Random random, ReferenceRun run) {
    List<ReferenceRule> rules = new ArrayList<>();
    for (String metric : METRICS) {
      Set<String> contracts = random.nextInt(4) == 0 ? Set.of(contract(random, run)) : Set.of();
      int seconds = random.nextBoolean() ? 10 : 60;
      List<BigDecimal> values = values(run, metric, contracts, seconds);
      String condition = CONDITIONS.get(random.nextInt(CONDITIONS.size()));
      BigDecimal threshold = values.get(values.size() / 4 + random.nextInt(values.size() / 2));
      threshold = condition.equals("abs>") ? threshold.abs() : threshold;
      BigDecimal clear =
          switch (condition) {
            case "abs>" ->
                threshold
                    .divide(BigDecimal.valueOf(2))
                    .setScale(4, java.math.RoundingMode.HALF_UP)
                    .min(threshold);
            case ">", ">=" -> threshold.subtract(BigDecimal.valueOf(random.nextInt(200)));
            default -> threshold.add(BigDecimal.valueOf(random.nextInt(200)));
          };
      rules.add(
          new ReferenceRule(
              "on-" + metric,
              metric,
              contracts,
              seconds,
              condition,
              threshold,
              clear,
              1,
              List.of("info", "warning", "critical").get(random.nextInt(3))));
    }
    for (int bars = 2; bars <= 4; bars++) {
      rules.add(basis("for-" + bars, bars));
      rules.add(basis("morning-" + bars, bars).within("09:00-11:30"));
    }
    for (int seconds : new int[] {10, 30}) {
      rules.add(silence("quiet-" + seconds, seconds));
    }
    return rules;
  }

  /** The values that a rule would see, in their order. */
  private static List<BigDecimal> values(
      ReferenceRun run, String metric, Set<String> contracts, int seconds) {
    return run.bars().stream()
        .filter(bar -> contracts.isEmpty() || contracts.contains(bar.get("contract")))
        .filter(bar -> seconds(bar) == seconds && bar.get(metric) != null)
        .map(bar -> new BigDecimal(bar.get(metric)))
        .sorted()
        .toList();
  }

  private static long seconds(Map<String, @Nullable String> bar) {
    return Duration.between(
            Instant.parse(String.valueOf(bar.get("window_start"))),
            Instant.parse(String.valueOf(bar.get("window_end"))))
        .toSeconds();
  }

  private static String contract(Random random, ReferenceRun run) {
    return String.valueOf(run.bars().get(random.nextInt(run.bars().size())).get("contract"));
  }

  private static ReferenceRule basis(String name, int bars) {
    return new ReferenceRule(
        name,
        "price_change",
        Set.of(),
        10,
        ">=",
        BigDecimal.ZERO,
        BigDecimal.valueOf(-50),
        bars,
        "warning");
  }

  private static ReferenceRule silence(String name, int seconds) {
    BigDecimal threshold = BigDecimal.valueOf(seconds);
    return new ReferenceRule(
        name, "silence", Set.of(), 0, ">", threshold, threshold, 1, "critical");
  }

  @Test
  void aFaultyRuleIsOneSentenceAndExitCodeTwo() throws IOException {
    Path capture = Files.write(directory.resolve("day.txt"), DirtyDay.dirty(1, 2, 100).lines());
    Path file = directory.resolve("rules.yaml");

    CommandRun.of(arguments(capture, file, 1))
        .isWrongUsage("alerts.rules: " + file + ": there is no such file");
    Files.writeString(file, "- {name: wide, metric: basis_clos, condition: '>', threshold: 1}");
    CommandRun.of(arguments(capture, file, 1))
        .isWrongUsage(
            "alerts.rules: " + file + " line 1 (rule 1): there is no 'metric: basis_clos'",
            "did you mean basis_close?");
  }

  private static String yaml(List<ReferenceRule> rules) {
    return String.join("", rules.stream().map(ReferenceRule::yaml).toList());
  }

  private int replay(Path capture, Path rules, int parallelism) {
    return KisFutures.execute(arguments(capture, rules, parallelism));
  }

  private String[] arguments(Path capture, Path rules, int parallelism) {
    return new String[] {
      "replay",
      "--from",
      capture.toString(),
      "-Dparallelism.default=" + parallelism,
      "-Dresults.script=sql/results/files.sql",
      "-Dresults.path=" + directory.resolve("results"),
      "-Danalytics.windows=10 s, 1 min",
      "-Dalerts.rules=" + rules
    };
  }
}
