package io.github.kisfutures.job.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.kisfutures.Eventually;
import io.github.kisfutures.FilesInUse;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.reference.ComparedRows;
import io.github.kisfutures.reference.JsonRows;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.FrameSource;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.simulator.script.FaultScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole job, writing files, against a simulator with a fault script. */
final class FaultyJob implements AutoCloseable {
  static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06");
  static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration WINDOW = Duration.ofSeconds(2);

  final KisSimulator simulator;
  private final LiveJob job;
  private final Path results;

  FaultyJob(Path directory, double rate, String... script) throws Exception {
    this(directory, rate, Map.of(), script);
  }

  /** With options of the job besides the usual ones. */
  FaultyJob(Path directory, double rate, Map<String, String> more, String... script)
      throws Exception {
    this(directory, SimulatorSettings.defaults(), rate, more, script);
  }

  /** With another server, too. */
  FaultyJob(
      Path directory,
      SimulatorSettings server,
      double rate,
      Map<String, String> more,
      String... script)
      throws Exception {
    simulator =
        KisSimulator.of(
                server,
                FrameSource.market(new MarketSettings(CONTRACTS, rate, 11)),
                FaultScript.of("script", String.join("\n", script)))
            .start();
    Map<String, String> options =
        LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT);
    options.put("analytics.windows", "2 s");
    options.put("feed.reconnect.in-use-delay", "2 s");
    options.putAll(more);
    results = directory.resolve("results");
    job = LiveJob.start(LiveJob.settings(options));
  }

  void awaitSubscribed(int contracts) {
    Eventually.await(
        contracts + " contracts subscribed",
        PATIENCE,
        () ->
            simulator.subscriptions().values().stream().mapToInt(java.util.Set::size).sum()
                == contracts);
  }

  void awaitFrames(int frames) {
    Eventually.await(frames + " frames", PATIENCE, () -> simulator.sentFrames().size() >= frames);
  }

  /** The market stands still, and the job has read all that was sent. */
  void stopTheMarket() {
    simulator.pause();
    Eventually.await(
        "every frame sent is read",
        PATIENCE,
        () -> job.total("frames") == simulator.sentFrames().size());
  }

  /** Bars, gaps and rejected frames are those of a recomputation from what the server sent. */
  ReferenceRun assertRecomputed() {
    List<String> lines =
        simulator.sentFrames().stream()
            .map(sent -> KoreaTime.text(sent.atMillis()) + "\t" + sent.text())
            .toList();
    ReferenceRun expected = ReferenceRun.of(lines, WINDOW);
    Path bars = results.resolve("bars");
    Eventually.await(
        expected.bars().size() + " bars",
        PATIENCE,
        () -> rows(ResultTable.BARS, bars).size() >= expected.bars().size());
    ComparedRows.assertSame(ResultTable.BARS, expected.bars(), bars);
    Path gaps = results.resolve("gaps");
    Eventually.await(
        expected.gaps().size() + " gaps",
        PATIENCE,
        () -> rows(ResultTable.GAPS, gaps).size() >= expected.gaps().size());
    // one connection carried both sides of every hole; a capture could not know that
    List<Map<String, @Nullable String>> notSent = new ArrayList<>();
    for (Map<String, @Nullable String> gap : expected.gaps()) {
      Map<String, @Nullable String> copy = new LinkedHashMap<>(gap);
      copy.replace("cause", "UNKNOWN", "NOT_SENT");
      notSent.add(copy);
    }
    ComparedRows.assertSame(ResultTable.GAPS, notSent, gaps);
    int rejected = expected.capture().rejected().size();
    Eventually.await(
        rejected + " rejected frames", PATIENCE, () -> json("rejected_frames").size() >= rejected);
    assertThat(json("rejected_frames").stream().map(row -> row.path("frame").asText()))
        .as("rejected frames")
        .containsExactlyInAnyOrderElementsOf(
            expected.capture().rejected().stream()
                .map(rejection -> rejection.line().split("\t", 2)[1])
                .toList());
    return expected;
  }

  /** Rows of {@code feed_events} so far, each as kind, contract and code. */
  List<String> events() {
    return json("feed_events").stream()
        .map(row -> row.path("kind").asText() + text(row.path("contract")) + text(row.path("code")))
        .toList();
  }

  private static String text(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? "" : " " + value.asText();
  }

  long total(String accumulator) {
    return job.total(accumulator);
  }

  /** Rows of a table so far. */
  List<JsonNode> json(String table) {
    List<JsonNode> rows = new ArrayList<>();
    JsonMapper mapper = new JsonMapper();
    try {
      for (Path file : FilesInUse.finished(results.resolve(table))) {
        for (String line : Files.readAllLines(file)) {
          rows.add(mapper.readTree(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static List<Map<String, @Nullable String>> rows(ResultTable table, Path directory) {
    return Files.exists(directory) ? JsonRows.read(table, directory) : List.of();
  }

  @Override
  public void close() throws Exception {
    try {
      job.close();
    } finally {
      simulator.close();
    }
  }
}
