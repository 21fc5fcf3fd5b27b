package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.KafkaBroker;
import io.github.kisfutures.capture.CaptureLines;
import io.github.kisfutures.capture.CapturePath;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SentFrame;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.source.capture.SessionNote;
import io.github.kisfutures.wire.CaptureLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code capture} in a JVM of its own that is killed: into a new topic, and into files. */
@Timeout(200)
class CaptureProcessITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<String> CONTRACTS = List.of("A11610", "A50607");

  @TempDir Path directory;

  @Test
  void aCaptureThatIsKilledHasKeptWhatHadArrived() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start();
        KisSimulator simulator =
            KisSimulator.withMarket(
                    SimulatorSettings.defaults(), new MarketSettings(CONTRACTS, 60, 7))
                .start()) {
      try (CommandProcess capture =
          capture(simulator, "--to", "kafka://" + broker.servers() + "/kis.frames")) {
        sendSome(simulator, capture);
        Eventually.await(
            "all that was sent is in the topic",
            PATIENCE,
            () -> broker.read("kis.frames").size() >= simulator.sentFrames().size());
      } // killed

      assertThat(broker.read("kis.frames"))
          .allSatisfy(record -> assertThat(record.value()).contains("|" + record.key() + "^"))
          .extracting(record -> CaptureLine.parse(record.value()).frame())
          .containsExactlyInAnyOrderElementsOf(
              simulator.sentFrames().stream().map(SentFrame::text).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void filesOfAKilledCaptureHoldWhatHadArrived(boolean gzip) throws Exception {
    Path frames = directory.resolve("frames");
    try (KisSimulator simulator =
        KisSimulator.withMarket(SimulatorSettings.defaults(), new MarketSettings(CONTRACTS, 60, 7))
            .start()) {
      String to = frames.toString();
      try (CommandProcess capture =
          gzip ? capture(simulator, "--gzip", "--to", to) : capture(simulator, "--to", to)) {
        sendSome(simulator, capture);
        List<String> sent = simulator.sentFrames().stream().map(SentFrame::text).toList();
        Eventually.await(
            "all that was sent is on disk while the process lives",
            Duration.ofSeconds(10),
            () -> holds(frames, sent));
      } // killed

      assertThat(captured(frames))
          .containsExactlyElementsOf(simulator.sentFrames().stream().map(SentFrame::text).toList());
    }
  }

  private CommandProcess capture(KisSimulator simulator, String... arguments) throws Exception {
    Path credentials = CredentialsText.file(directory, SimulatorSettings.DEFAULT_ACCOUNT);
    List<String> command = new ArrayList<>(List.of("capture"));
    command.addAll(List.of(arguments));
    command.addAll(
        List.of(
            "-Dfeed.contracts=" + String.join(";", CONTRACTS),
            "-Dfeed.credentials=file:" + credentials,
            "-Dfeed.websocket-url=" + simulator.webSocketUri(),
            "-Dfeed.rest-url=" + simulator.restUri(),
            // no checkpoint comes in the time of this test: nothing waits for one
            "-Dexecution.checkpointing.interval=1 h"));
    return CommandProcess.start(directory, command.toArray(String[]::new));
  }

  private static void sendSome(KisSimulator simulator, CommandProcess capture) {
    Eventually.await(
        "frames",
        PATIENCE,
        () -> {
          assertThat(capture.isAlive()).as("running; stderr: %s", capture.err()).isTrue();
          return simulator.sentFrames().size() >= 100;
        });
    simulator.pause();
  }

  private static boolean holds(Path directory, List<String> sent) {
    try {
      return captured(directory).equals(sent);
    } catch (IOException | IllegalArgumentException e) {
      return false; // nothing is there yet, or half a line
    }
  }

  /** The frames of the files as they are now, packed ones without their end. */
  private static List<String> captured(Path directory) throws IOException {
    List<String> frames = new ArrayList<>();
    for (Path file : CapturePath.of(directory).files()) {
      InputStream bytes = Files.newInputStream(file);
      try (CaptureLines lines =
          new CaptureLines(CapturePath.isPacked(file) ? new GZIPInputStream(bytes) : bytes)) {
        for (String line = lines.next(); line != null; line = lines.next()) {
          String frame = CaptureLine.parse(line).frame();
          if (!SessionNote.isNote(frame)) {
            frames.add(frame);
          }
        }
      }
    }
    return frames;
  }
}
