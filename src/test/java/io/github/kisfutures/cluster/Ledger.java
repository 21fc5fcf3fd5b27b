package io.github.kisfutures.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kisfutures.Eventually;
import io.github.kisfutures.FilesInUse;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.simulator.KisSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a job has written, against what the simulator has traded.
 *
 * @param results of {@code results.path}
 * @param simulator the market
 * @param contracts all of them
 */
record Ledger(Path results, KisSimulator simulator, List<String> contracts) {
  static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Rows of a table's finished files. */
  List<JsonNode> rows(String table) {
    List<JsonNode> rows = new ArrayList<>();
    try {
      for (Path file : FilesInUse.finished(results.resolve(table))) {
        for (String line : Files.readAllLines(file)) {
          rows.add(JSON.readTree(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** Waits until so many more rows of a table are there. */
  void awaitMore(String table, int more) {
    int before = rows(table).size();
    Eventually.await(
        more + " more rows of " + table, PATIENCE, () -> rows(table).size() >= before + more);
  }

  /** Lets the market stand still until the last trade of every contract is on disk. */
  void settle() {
    simulator.pause();
    Eventually.await(
        "the last trade of every contract is on disk",
        PATIENCE,
        () -> contracts.stream().allMatch(contract -> lastWritten(contract) == traded(contract)));
  }

  /** Waits until every gap is on disk, and checks that nothing is missing or there twice. */
  void assertEverythingAddsUp() {
    Eventually.await(
        "every gap is on disk",
        PATIENCE,
        () -> contracts.stream().allMatch(contract -> accounted(contract) >= traded(contract)));
    Set<String> seen = new HashSet<>();
    for (JsonNode tick : rows("ticks")) {
      assertThat(seen.add(tick.get("contract").asText() + tick.get("cumulative_volume").asLong()))
          .as("%s is there once", tick)
          .isTrue();
    }
    for (String contract : contracts) {
      assertThat(accounted(contract))
          .as("contracts of %s received and missed", contract)
          .isEqualTo(traded(contract));
    }
    assertThat(rows("gaps")).anyMatch(gap -> gap.get("cause").asText().equals("RESTART"));
  }

  private long accounted(String contract) {
    return sum("ticks", contract, "quantity") + sum("gaps", contract, "missed_volume");
  }

  private long sum(String table, String contract, String column) {
    return of(table, contract).mapToLong(row -> row.get(column).asLong()).sum();
  }

  private long lastWritten(String contract) {
    return of("ticks", contract)
        .mapToLong(tick -> tick.get("cumulative_volume").asLong())
        .max()
        .orElse(0);
  }

  private Stream<JsonNode> of(String table, String contract) {
    return rows(table).stream().filter(row -> row.get("contract").asText().equals(contract));
  }

  private long traded(String contract) {
    return simulator.tradesMade().stream()
        .filter(trade -> trade.contract().equals(contract))
        .mapToLong(StockFuturesTrade::cumulativeVolume)
        .max()
        .orElse(0);
  }
}
