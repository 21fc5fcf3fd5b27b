package io.github.kisfutures.job.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.source.capture.SessionNote;
import io.github.kisfutures.wire.CaptureLine;
import io.github.kisfutures.wire.ReceivedFrame;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureFilesTest {
  private static final Instant NINE = Instant.parse("2026-07-10T00:16:39.120Z");

  @TempDir Path directory;

  @Test
  void aFileIsNamedByTheFirstFramesTimeInKorea() throws IOException {
    capture(false, frame(NINE, "one"), frame(NINE.plusSeconds(1), "two"));

    assertThat(names()).containsExactly("frames-20260710-091639-120.txt");
    assertThat(lines(names().get(0)))
        .containsExactly(
            "2026-07-10T09:16:39.120+09:00\tone", "2026-07-10T09:16:40.120+09:00\ttwo");
  }

  @Test
  void packedFilesHoldTheSameLines() throws IOException {
    capture(true, frame(NINE, "one"), frame(NINE.plusSeconds(1), "삼성"));

    assertThat(names()).containsExactly("frames-20260710-091639-120.txt.gz");
    assertThat(lines(names().get(0)))
        .containsExactly("2026-07-10T09:16:39.120+09:00\tone", "2026-07-10T09:16:40.120+09:00\t삼성");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aNewFileIsBegunEveryHourAndNamesRiseWithTime(boolean gzip) throws IOException {
    capture(
        gzip,
        frame(NINE, "9"),
        frame(NINE.plus(Duration.ofMinutes(43)), "9 late"),
        frame(NINE.plus(Duration.ofMinutes(44)), "10"),
        frame(NINE.plus(Duration.ofMinutes(43)), "out of order"),
        frame(NINE.plus(Duration.ofHours(15)), "next day"));

    String suffix = gzip ? ".txt.gz" : ".txt";
    assertThat(names())
        .containsExactly(
            "frames-20260710-091639-120" + suffix,
            "frames-20260710-100039-120" + suffix,
            "frames-20260711-001639-120" + suffix);
    assertThat(frames()).containsExactly("9", "9 late", "10", "out of order", "next day");
  }

  @Test
  void nothingIsWrittenOverAndLaterFilesSortBehind() throws IOException {
    for (int i = 0; i < 12; i++) {
      capture(false, frame(NINE, "capture " + i));
    }
    capture(false, frame(NINE.plusMillis(1), "last"));

    assertThat(names()).hasSize(13).startsWith("frames-20260710-091639-120.txt");
    assertThat(frames())
        .hasSize(13)
        .startsWith("capture 0", "capture 1", "capture 2")
        .endsWith("capture 10", "capture 11", "last");
  }

  @Test
  void lineBreaksWithinAFrameBecomeSpaces() throws IOException {
    capture(false, frame(NINE, "a\nb\r\nc\td"), frame(NINE, "next"));

    assertThat(frames()).containsExactly("a b  c\td", "next");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasFlushedIsOnDiskBeforeTheEnd(boolean gzip) throws IOException {
    try (CaptureFiles files = new CaptureFiles(directory, gzip)) {
      files.flush();
      files.append(frame(NINE, "one"));
      assertThat(names()).hasSize(1);

      files.flush();

      assertThat(firstLines()).contains("\tone");
    }
  }

  @Test
  void noFileIsMadeBeforeTheFirstFrame() throws IOException {
    capture(false);

    assertThat(names()).isEmpty();
  }

  @Test
  void aDirectoryIsMade() throws IOException {
    Path deep = directory.resolve("a/b");
    new CaptureFiles(deep, false).close();

    assertThat(deep).isDirectory();
  }

  @Test
  void aFileInTheDirectorysPlaceIsRefused() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> new CaptureFiles(file, false))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  private void capture(boolean gzip, ReceivedFrame... frames) throws IOException {
    try (CaptureFiles files = new CaptureFiles(directory, gzip)) {
      for (ReceivedFrame frame : frames) {
        files.append(frame);
      }
    }
  }

  private static ReceivedFrame frame(Instant receivedAt, String text) {
    return new ReceivedFrame(text, new Receipt(receivedAt.toEpochMilli(), "session-1", 1, 1));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> frames() throws IOException {
    List<String> frames = new ArrayList<>();
    for (String name : names()) {
      lines(name).forEach(line -> frames.add(CaptureLine.parse(line).frame()));
    }
    return frames;
  }

  private List<String> lines(String name) throws IOException {
    try (BufferedReader reader = reader(name)) {
      return reader.lines().filter(line -> !line.contains(SessionNote.BEGIN)).toList();
    }
  }

  /** The note of the connection, and the frame behind it. */
  private String firstLines() throws IOException {
    StringBuilder line = new StringBuilder();
    try (InputStream in = stream(names().get(0))) {
      // not a byte more than the lines: a packed file without its end has nothing behind them
      for (int lines = 0; lines < 2; ) {
        int c = in.read();
        line.append((char) c);
        lines += c == '\n' ? 1 : 0;
      }
    }
    return line.toString();
  }

  private BufferedReader reader(String name) throws IOException {
    return new BufferedReader(new InputStreamReader(stream(name), StandardCharsets.UTF_8));
  }

  private InputStream stream(String name) throws IOException {
    InputStream bytes = Files.newInputStream(directory.resolve(name));
    return name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }
}
