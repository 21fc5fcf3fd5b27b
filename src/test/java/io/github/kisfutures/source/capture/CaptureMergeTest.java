package io.github.kisfutures.source.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CaptureMergeTest {
  private final AtomicInteger open = new AtomicInteger();
  private int mostOpen;

  @Test
  void filesThatOverlapBecomeOneSequenceByReceiveTime() throws IOException {
    assertThat(merged(lines("a", 1, 3, 5, 9), lines("b", 2, 3, 4), lines("c", 5, 6)))
        .containsExactly("a1", "b2", "a3", "b3", "b4", "a5", "c5", "c6", "a9");
  }

  @Test
  void theSameFileTwiceBringsEveryLineTwice() throws IOException {
    assertThat(merged(lines("a", 1, 1, 2), lines("a", 1, 1, 2)))
        .containsExactly("a1", "a1", "a1", "a1", "a2", "a2");
  }

  @Test
  void filesThatDoNotOverlapAreReadOneAfterTheOtherWhateverTheirNames() throws IOException {
    assertThat(merged(lines("a", 7, 8), lines("b", 1, 2), lines("c", 3, 4, 5)))
        .containsExactly("b1", "b2", "c3", "c4", "c5", "a7", "a8");
    assertThat(mostOpen).isEqualTo(1);
  }

  @Test
  void noMoreFilesAreOpenThanOverlap() throws IOException {
    List<String> files = new ArrayList<>();
    for (int hour = 0; hour < 5; hour++) {
      files.add(lines("one", hour * 10, hour * 10 + 9));
      files.add(lines("two", hour * 10 + 1, hour * 10 + 8));
    }

    assertThat(merged(files.toArray(String[]::new))).hasSize(20);
    assertThat(mostOpen).isEqualTo(2);
  }

  @Test
  void aLineWhoseTimeStepsBackStaysBehindTheLineBeforeIt() throws IOException {
    assertThat(merged(lines("a", 4, 2, 6), lines("b", 3, 5)))
        .containsExactly("b3", "a4", "a2", "b5", "a6");
  }

  @Test
  void aLineThatIsNoneStaysBehindTheLineBeforeIt() throws IOException {
    assertThat(merged("garbage\n" + lines("a", 2) + "more\n" + lines("a", 5), lines("b", 1, 3)))
        .containsExactly("b1", "garbage", "a2", "more", "b3", "a5");
    assertThat(merged(lines("a", 1), "no line\n", lines("c", 2)))
        .as("a file without any time keeps its place")
        .containsExactly("a1", "no line", "c2");
  }

  @Test
  void emptyFilesAreNothingAndEveryEndIsTold() throws IOException {
    AtomicInteger ends = new AtomicInteger();

    assertThat(merged(ends, "", lines("a", 1), "\n\n")).containsExactly("a1");
    assertThat(ends).hasValue(3);
  }

  private List<String> merged(String... files) throws IOException {
    return merged(new AtomicInteger(), files);
  }

  private List<String> merged(AtomicInteger ends, String... files) throws IOException {
    mostOpen = 0;
    List<CaptureFile.Opener> openers = new ArrayList<>();
    for (String file : files) {
      openers.add(() -> opened(file));
    }
    List<String> read = new ArrayList<>();
    try (CaptureMerge merge = new CaptureMerge(openers)) {
      CaptureFile at = merge.next(ends::incrementAndGet);
      while (at != null) {
        read.add(at.text().substring(at.text().indexOf('\t') + 1));
        at = merge.next(ends::incrementAndGet);
      }
    }
    assertThat(open).as("all are closed").hasValue(0);
    return read;
  }

  private InputStream opened(String file) {
    mostOpen = Math.max(mostOpen, open.incrementAndGet());
    return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }

  private static String lines(String file, int... seconds) {
    StringBuilder lines = new StringBuilder();
    for (int second : seconds) {
      lines.append(
          String.format("2026-07-10T09:01:%02d.000+09:00\t%s%d%n", second % 60, file, second));
    }
    return lines.toString();
  }
}
