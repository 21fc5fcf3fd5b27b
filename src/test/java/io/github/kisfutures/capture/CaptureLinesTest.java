package io.github.kisfutures.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaptureLinesTest {
  /** Lines around the size of the buffer, with every kind of end, against the library's reader. */
  @Test
  void linesAreThoseOfTheLibrarysReader() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 30; round++) {
      StringBuilder text = new StringBuilder();
      for (int line = 0; line < 20; line++) {
        int length = random.nextBoolean() ? random.nextInt(4) : 65_530 + random.nextInt(10);
        text.append("x가".repeat(length / 2)).append("y".repeat(length % 2));
        text.append(List.of("\n", "\r\n", "\r", "\n\n").get(random.nextInt(4)));
      }
      if (random.nextBoolean()) {
        text.append("the end");
      }
      assertThat(lines(text.toString()))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(new BufferedReader(new StringReader(text.toString())).lines().toList());
    }
  }

  @Test
  void aByteOrderMarkIsSkippedWhereverAFileBegan() throws IOException {
    assertThat(lines("\uFEFFa\n\uFEFFb\n\uFEFF")).containsExactly("a", "b", "");
  }

  @Test
  void theLongestFramesLineIsWhole() throws IOException {
    CaptureLines lines = new CaptureLines(repeated(CaptureLines.LONGEST, "\n"));

    assertThat(String.valueOf(lines.next())).hasSize(CaptureLines.LONGEST);
    assertThat(lines.isCut()).isFalse();
    assertThat(lines.next()).isNull();
  }

  @Test
  void aLineWithoutEndTakesNoMemoryAndIsCut() throws IOException {
    long length = 1L << 30; // more than the characters of all memory that tests have

    CaptureLines lines = new CaptureLines(repeated(length, "\nnext\n"));

    assertThat(String.valueOf(lines.next())).hasSizeLessThanOrEqualTo(1000).startsWith("xxx");
    assertThat(lines.isCut()).isTrue();
    assertThat(lines.cutLength()).isEqualTo(length);
    assertThat(lines.next()).isEqualTo("next");
    assertThat(lines.isCut()).isFalse();
    assertThat(lines.next()).isNull();
  }

  private static List<String> lines(String text) throws IOException {
    List<String> found = new ArrayList<>();
    try (CaptureLines lines =
        new CaptureLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        found.add(line);
      }
    }
    return found;
  }

  /** So many bytes of x, and a text behind them. */
  private static InputStream repeated(long count, String behind) {
    InputStream xs =
        new InputStream() {
          private long left = count;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
              return -1;
            }
            int some = (int) Math.min(length, left);
            Arrays.fill(bytes, offset, offset + some, (byte) 'x');
            left -= some;
            return some;
          }
        };
    return new SequenceInputStream(
        xs, new ByteArrayInputStream(behind.getBytes(StandardCharsets.UTF_8)));
  }
}
