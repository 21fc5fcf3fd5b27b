package io.github.kisfutures.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kisfutures.Eventually;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code flink run -d} of the packaged job on a real cluster; its TaskManager is killed (SIGKILL)
 * in the middle of a session. The job comes back by itself, and everything adds up.
 */
@Timeout(400)
class KilledTaskManagerITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;

  @Test
  void whatWasMissedIsMeasuredAndNothingIsCountedTwice() throws Exception {
    Path jar = Path.of("target", "flink-kis-futures-0.1.0-SNAPSHOT-job.jar");
    assertThat(jar).as("made by the package phase").exists();
    Map<String, String> flink =
        Map.of("execution.checkpointing.dir", directory.resolve("checkpoints").toUri().toString());
    try (KisSimulator simulator =
            KisSimulator.withMarket(
                    SimulatorSettings.defaults(), new MarketSettings(CONTRACTS, 40, 3))
                .start();
        StandaloneCluster cluster = new StandaloneCluster(directory.resolve("cluster"), flink)) {
      Process taskManager = cluster.startTaskManager();
      String job = cluster.submit(jar, List.of(), arguments(simulator));
      Eventually.await("four checkpoints", PATIENCE, () -> cluster.checkpoints(job) >= 4);
      Eventually.await("ticks on disk", PATIENCE, () -> rows("ticks").size() > 100);

      taskManager.destroyForcibly().waitFor();
      int connections = simulator.connectionsAccepted();
      cluster.startTaskManager();
      Eventually.await(
          "a new connection", PATIENCE, () -> simulator.connectionsAccepted() > connections);
      int written = rows("ticks").size();
      Eventually.await(
          "ticks after the restart", PATIENCE, () -> rows("ticks").size() > written + 100);
      simulator.pause();
      awaitEverythingWritten(simulator);

      Eventually.await(
          "a RESTART gap on disk",
          PATIENCE,
          () -> rows("gaps").stream().anyMatch(g -> g.get("cause").asText().equals("RESTART")));
      Eventually.await(
          "every gap on disk",
          PATIENCE,
          () -> CONTRACTS.stream().allMatch(c -> accounted(c) >= lastVolume(simulator, c)));
      assertEverythingAddsUp(simulator);
      assertThat(cluster.state(job)).isEqualTo("RUNNING");
    }
  }

  private List<String> arguments(KisSimulator simulator) throws IOException {
    Map<String, String> options =
        LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT);
    options.put("results.script", Path.of("sql/results/files.sql").toAbsolutePath().toString());
    options.put("analytics.windows", "2 s");
    options.put("restart-strategy.type", "fixed-delay");
    options.put("restart-strategy.fixed-delay.attempts", "1000");
    options.put("restart-strategy.fixed-delay.delay", "1 s");
    List<String> arguments = new ArrayList<>(List.of("run"));
    options.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    return arguments;
  }

  private void awaitEverythingWritten(KisSimulator simulator) {
    Eventually.await(
        "the last trade of every contract is on disk",
        PATIENCE,
        () ->
            CONTRACTS.stream()
                .allMatch(
                    contract ->
                        rows("ticks").stream()
                            .anyMatch(
                                tick ->
                                    tick.get("contract").asText().equals(contract)
                                        && tick.get("cumulative_volume").asLong()
                                            == lastVolume(simulator, contract))));
  }

  private void assertEverythingAddsUp(KisSimulator simulator) {
    Set<String> seen = new HashSet<>();
    for (JsonNode tick : rows("ticks")) {
      assertThat(seen.add(tick.get("contract").asText() + tick.get("cumulative_volume").asLong()))
          .as("%s is there once", tick)
          .isTrue();
    }
    for (String contract : CONTRACTS) {
      assertThat(accounted(contract))
          .as("contracts of %s received and missed", contract)
          .isEqualTo(lastVolume(simulator, contract));
    }
  }

  private long accounted(String contract) {
    return sum("ticks", contract, "quantity") + sum("gaps", contract, "missed_volume");
  }

  private long sum(String table, String contract, String column) {
    return rows(table).stream()
        .filter(row -> row.get("contract").asText().equals(contract))
        .mapToLong(row -> row.get(column).asLong())
        .sum();
  }

  private static long lastVolume(KisSimulator simulator, String contract) {
    return simulator.tradesMade().stream()
        .filter(trade -> trade.contract().equals(contract))
        .mapToLong(StockFuturesTrade::cumulativeVolume)
        .max()
        .orElseThrow();
  }

  /** Rows of a table's finished files. */
  private List<JsonNode> rows(String table) {
    Path path = directory.resolve("results").resolve(table);
    List<JsonNode> rows = new ArrayList<>();
    if (!Files.exists(path)) {
      return rows;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("part-")).toList()) {
        for (String line : Files.readAllLines(file)) {
          rows.add(JSON.readTree(line));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return rows;
  }
}
