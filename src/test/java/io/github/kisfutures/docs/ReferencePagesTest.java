package io.github.kisfutures.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of reference say what the code declares. */
class ReferencePagesTest {
  @ParameterizedTest
  @MethodSource("pages")
  void isFresh(Path page) throws IOException {
    assertThat(Files.exists(page) ? Files.readString(page) : "")
        .as("%s; renew it with: %s", page, ReferencePages.COMMAND)
        .isEqualTo(ReferencePages.all().get(page));
  }

  static List<Path> pages() {
    return List.copyOf(ReferencePages.all().keySet());
  }

  /** Users and dashboards rely on these names, whatever the code declares. */
  @Test
  void hasEveryMetricThatIsPromised() throws IOException {
    String metrics = Page.of("docs/reference/metrics.md").text();
    assertThat(
            List.of(
                "connected",
                "reconnects",
                "framesReceived",
                "recordsReceived",
                "rejectedFrames",
                "duplicates",
                "missedVolume",
                "surplusFields",
                "queueSize",
                "queueFullTime",
                "lastFrameAge",
                "lastTradeAge"))
        .allSatisfy(name -> assertThat(metrics).contains("| `" + name + "` | "));
  }
}
