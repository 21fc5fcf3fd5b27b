package io.github.kisfutures.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.wire.CaptureLine;
import io.github.kisfutures.wire.TradeEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReplayITCase {
  private static final SimulatorSettings SETTINGS = SimulatorSettings.defaults();
  private static final long SECOND = 1_000;

  @TempDir Path directory;
  private final VirtualTime time = new VirtualTime();
  private List<String> frames;

  /** Two files, one compressed, one frame a second, with a control message among them. */
  @BeforeEach
  void capture() throws IOException {
    frames =
        MarketModel.tradesOfDay(
                new MarketSettings(List.of("111V06"), 10, 1), LocalDate.of(2026, 7, 10))
            .limit(6)
            .map(trade -> TradeEncoder.encode(List.of(trade)))
            .toList();
    long start = LocalDate.of(2026, 7, 10).toEpochDay() * 86_400_000L;
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      lines.add(new CaptureLine(start + i * SECOND, frames.get(i)).text());
    }
    lines.add(1, new CaptureLine(start, "{\"header\":{\"tr_id\":\"PINGPONG\"}}").text());
    Files.write(directory.resolve("a.txt"), lines.subList(0, 4));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(directory.resolve("b.txt.gz")))) {
      out.write(String.join("\n", lines.subList(4, 7)).getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(directory.resolve(".c.part"), "unfinished");
  }

  @Test
  void aReplayWaitsForRegistrationsAndKeepsThePace() throws Exception {
    try (KisSimulator simulator =
        time.simulator(SETTINGS, FrameSource.replay(CaptureReplay.of(directory))).start()) {
      time.pass(Duration.ofMinutes(1));
      TestClient client = TestClient.connect(simulator);
      client.subscribed(TestClient.approval(simulator), "111V06");
      assertThat(simulator.sentFrames()).isEmpty();

      time.pass(Duration.ZERO);
      assertThat(client.frame()).isEqualTo(frames.get(0));
      time.pass(Duration.ofMillis(999));
      assertThat(simulator.sentFrames()).hasSize(1);
      time.pass(Duration.ofMillis(1));
      assertThat(client.frame()).isEqualTo(frames.get(1));
      assertThat(simulator.sourceEnded()).isFalse();
      time.pass(Duration.ofSeconds(4));
      assertThat(client.frames(4)).isEqualTo(frames.subList(2, 6));
      assertThat(simulator.sourceEnded()).isTrue();
    }
  }

  @Test
  void aReplayCanBeFaster() throws Exception {
    CaptureReplay fast = new CaptureReplay(directory, 4, 1);
    try (KisSimulator simulator = time.simulator(SETTINGS, FrameSource.replay(fast)).start()) {
      TestClient client = TestClient.connect(simulator);
      client.subscribed(TestClient.approval(simulator), "111V06");
      time.pass(Duration.ZERO);

      time.pass(Duration.ofMillis(500));

      assertThat(client.frames(3)).isEqualTo(frames.subList(0, 3));
      assertThat(simulator.sentFrames()).hasSize(3);
    }
  }

  @Test
  void aReplayInRealTimeAsFastAsPossible() throws Exception {
    CaptureReplay fastest = new CaptureReplay(directory, CaptureReplay.AS_FAST_AS_POSSIBLE, 2);
    try (KisSimulator simulator = KisSimulator.replaying(SETTINGS, fastest).start()) {
      TestClient client = TestClient.connect(simulator);
      String approval = TestClient.approval(simulator);
      client.subscribed(approval, "A50607");
      client.subscribed(approval, "111V06");

      assertThat(client.frames(6)).isEqualTo(frames);
      assertThat(simulator.sourceFailure()).isNull();
    }
  }

  @Test
  void anUnreadableLineEndsTheReplayAfterTheFramesBefore() throws Exception {
    Path file = directory.resolve("a.txt");
    Files.writeString(file, Files.readString(file) + "rubbish\n");
    try (KisSimulator simulator =
        time.simulator(SETTINGS, FrameSource.replay(CaptureReplay.of(file))).start()) {
      TestClient client = TestClient.connect(simulator);
      client.subscribed(TestClient.approval(simulator), "111V06");

      time.pass(Duration.ZERO);
      time.pass(Duration.ofMinutes(1));
      assertThat(client.frames(3)).isEqualTo(frames.subList(0, 3));
      time.pass(Duration.ZERO);

      assertThat(simulator.sourceEnded()).isTrue();
      assertThat(simulator.sourceFailure())
          .hasMessage(
              "line 5 of "
                  + file
                  + " is no capture line: there is no tab between receive time"
                  + " and frame");
    }
  }

  @Test
  void aMissingCaptureIsNamed() {
    Path nowhere = directory.resolve("nowhere");

    assertThatThrownBy(() -> FrameSource.replay(CaptureReplay.of(nowhere)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no file or directory " + nowhere);
  }
}
