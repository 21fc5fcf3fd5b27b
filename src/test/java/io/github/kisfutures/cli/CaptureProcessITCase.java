package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.Eventually;
import io.github.kisfutures.KafkaBroker;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SentFrame;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.wire.CaptureLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code capture --to kafka://...} in a JVM of its own, into a topic that is not there yet. */
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
      Path credentials = CredentialsText.file(directory, SimulatorSettings.DEFAULT_ACCOUNT);
      try (CommandProcess capture =
          CommandProcess.start(
              directory,
              "capture",
              "--to",
              "kafka://" + broker.servers() + "/kis.frames",
              "-Dfeed.contracts=" + String.join(";", CONTRACTS),
              "-Dfeed.credentials=file:" + credentials,
              "-Dfeed.websocket-url=" + simulator.webSocketUri(),
              "-Dfeed.rest-url=" + simulator.restUri(),
              // no checkpoint comes in the time of this test: nothing waits for one
              "-Dexecution.checkpointing.interval=1 h")) {
        Eventually.await(
            "frames",
            PATIENCE,
            () -> {
              assertThat(capture.isAlive()).as("running; stderr: %s", capture.err()).isTrue();
              return simulator.sentFrames().size() >= 100;
            });
        simulator.pause();
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
}
