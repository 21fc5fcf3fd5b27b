package io.github.kisfutures.source.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.source.FrameDeserializer;
import io.github.kisfutures.wire.CaptureLine;
import io.github.kisfutures.wire.Frames;
import io.github.kisfutures.wire.ReceivedFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CaptureSourceITCase {
  private static final int LINES = 500;

  @TempDir Path directory;

  @Test
  void whatWasReceivedAtOnceComesInTheOrderOfNamesPlainOrPacked() throws Exception {
    // written in another order than that of the names, so that the file system's cannot be taken
    write("frames-20260710-110000-000.txt", 2, false);
    write("frames-20260710-090000-000.txt.gz", 0, true);
    write("day2/frames-20260711-090000-000.txt", -1, false);
    write("frames-20260710-120000-000.txt.gz", 3, true);
    write("frames-20260710-100000-000.txt", 1, false);
    write("_unfinished.txt", 99, false);
    write(".hidden.txt", 99, false);

    List<String> expected = new ArrayList<>();
    for (int file = -1; file <= 3; file++) {
      expected.addAll(texts(file));
    }
    assertThat(read(directory)).containsExactlyElementsOf(expected);
  }

  @Test
  void oneFileIsACaptureToo() throws Exception {
    write("one.txt.gz", 7, true);

    assertThat(read(directory.resolve("one.txt.gz"))).containsExactlyElementsOf(texts(7));
  }

  @Test
  void packedFilesThatWereAppendedToEachOtherAreReadWhole() throws Exception {
    Path file = directory.resolve("both.txt.gz");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(content(1, true));
      out.write(content(2, true));
    }

    List<String> expected = new ArrayList<>(texts(1));
    expected.addAll(texts(2));
    assertThat(read(file)).containsExactlyElementsOf(expected);
  }

  private static List<String> read(Path path) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(1);
    List<String> read = new ArrayList<>();
    try (CloseableIterator<ReceivedFrame> frames =
        env.fromSource(
                CaptureSource.of(
                    new FrameDeserializer(), new org.apache.flink.core.fs.Path(path.toUri())),
                WatermarkStrategy.noWatermarks(),
                "capture")
            .executeAndCollect()) {
      frames.forEachRemaining(frame -> read.add(frame.text()));
    }
    return read;
  }

  private static List<String> texts(int file) {
    List<String> texts = new ArrayList<>();
    for (int line = 0; line < LINES; line++) {
      texts.add("file " + file + " line " + line);
    }
    return texts;
  }

  private void write(String name, int file, boolean packed) throws IOException {
    Path path = directory.resolve(name);
    Files.createDirectories(path.getParent());
    Files.write(path, content(file, packed));
  }

  private static byte[] content(int file, boolean packed) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packed ? new GZIPOutputStream(bytes) : bytes) {
      for (String text : texts(file)) {
        String line = new CaptureLine(Frames.RECEIPT.receivedAtMillis(), text).text() + "\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
