package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.job.capture.CaptureJob;
import io.github.kisfutures.job.capture.CaptureTarget;
import io.github.kisfutures.market.KoreaTime;
import io.github.kisfutures.reference.ComparedRows;
import io.github.kisfutures.reference.ReferenceRun;
import io.github.kisfutures.reference.ResultTable;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SentFrame;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.source.capture.SessionNote;
import io.github.kisfutures.wire.CaptureLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulator sends, captured and replayed, gives the recomputed rows. */
@Timeout(120)
class CaptureITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> CONTRACTS = List.of("A11610", "A50607", "111V06");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCaptureReplaysToTheRowsOfWhatWasSent(boolean gzip) throws Exception {
    Path frames = directory.resolve("frames");
    List<SentFrame> sent = capture(frames, gzip);

    assertThat(filesIn(frames))
        .isNotEmpty()
        .allMatch(file -> file.toString().endsWith(gzip ? ".txt.gz" : ".txt"));
    assertThat(captured(frames))
        .containsExactlyElementsOf(sent.stream().map(SentFrame::text).toList());

    CommandRun replay =
        CommandRun.of(
            "replay",
            "--from",
            frames.toString(),
            "-Dresults.script=sql/results/files.sql",
            "-Dresults.path=" + directory.resolve("results"),
            "-Danalytics.windows=1 s, 2 s");

    assertThat(replay.exitCode()).as(replay.err()).isZero();
    assertThat(replay.out())
        .startsWith(sent.size() + " frames, ")
        .contains(" 0 rejected, 0 late, ");
    ReferenceRun expected =
        ReferenceRun.of(
            sent.stream().map(f -> KoreaTime.text(f.atMillis()) + "\t" + f.text()).toList(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2));
    assertThat(expected.bars()).hasSizeGreaterThan(CONTRACTS.size());
    ComparedRows.assertSame(ResultTable.BARS, expected.bars(), directory.resolve("results/bars"));
    ComparedRows.assertSame(ResultTable.GAPS, expected.gaps(), directory.resolve("results/gaps"));
  }

  @Test
  void aReplayKnowsThatTheConnectionWasCut() throws Exception {
    Path frames = directory.resolve("frames");
    capture(
        frames,
        false,
        simulator -> {
          simulator.dropConnections();
          Eventually.await(
              "another connection, with frames",
              PATIENCE,
              () ->
                  simulator.connectionsAccepted() == 2
                      && simulator.subscriptions().values().stream()
                          .anyMatch(contracts -> contracts.containsAll(CONTRACTS)));
          int before = simulator.sentFrames().size();
          Eventually.await(
              "frames again", PATIENCE, () -> simulator.sentFrames().size() > before + 100);
        });

    CommandRun replay =
        CommandRun.of(
            "replay",
            "--from",
            frames.toString(),
            "-Dresults.script=sql/results/files.sql",
            "-Dresults.path=" + directory.resolve("results"));

    assertThat(replay.exitCode()).as(replay.err()).isZero();
    assertThat(replay.out()).contains(" 0 rejected, ");
    assertThat(members("gaps", "cause"))
        .contains("LATE_JOIN", "RECONNECT")
        .doesNotContain("UNKNOWN", "RESTART");
    assertThat(members("ticks", "session")).containsOnly("session-1");
    assertThat(members("feed_events", "kind"))
        .containsSubsequence("CONNECTED", "SUBSCRIBED", "DISCONNECTED", "CONNECTED", "RESUMED");
  }

  /** A member of all rows of a table, in the order of the files. */
  private List<String> members(String table, String member) throws IOException {
    List<String> members = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory.resolve("results").resolve(table))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        for (String row : Files.readAllLines(file)) {
          members.add(row.replaceAll(".*\"" + member + "\":\"([^\"]+)\".*", "$1"));
        }
      }
    }
    return members;
  }

  private List<SentFrame> capture(Path frames, boolean gzip) throws Exception {
    return capture(frames, gzip, simulator -> {});
  }

  private List<SentFrame> capture(Path frames, boolean gzip, Consumer<KisSimulator> meanwhile)
      throws Exception {
    try (KisSimulator simulator =
        KisSimulator.withMarket(SimulatorSettings.defaults(), new MarketSettings(CONTRACTS, 100, 7))
            .start()) {
      Map<String, String> options =
          LiveJob.options(simulator, directory, CONTRACTS, SimulatorSettings.DEFAULT_ACCOUNT);
      try (LiveJob job =
          LiveJob.start(
              LiveJob.settings(options),
              (env, settings) ->
                  CaptureJob.define(
                      env,
                      settings,
                      settings.sessions(Map.of()),
                      new CaptureTarget.Files(frames, gzip)))) {
        Eventually.await("200 frames", PATIENCE, () -> simulator.sentFrames().size() >= 200);
        meanwhile.accept(simulator);
        simulator.pause();
        Eventually.await(
            "all frames written",
            PATIENCE,
            () -> job.total("frames") == simulator.sentFrames().size());
      }
      return simulator.sentFrames();
    }
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static List<String> captured(Path directory) throws IOException {
    List<String> frames = new ArrayList<>();
    for (Path file : filesIn(directory)) {
      InputStream bytes = Files.newInputStream(file);
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                  StandardCharsets.UTF_8))) {
        lines
            .lines()
            .map(line -> CaptureLine.parse(line).frame())
            .filter(frame -> !SessionNote.isNote(frame))
            .forEach(frames::add);
      }
    }
    return frames;
  }
}
