package io.github.kisfutures.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LiveScreenTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void redrawsInPlaceAndKeepsTheLastNotices() {
    try (LiveScreen screen = LiveScreen.open(out, new Terminal(true, 24, 200))) {
      for (int i = 1; i <= 7; i++) {
        screen.notice("notice " + i);
      }
      screen.redraw("first status");
      assertThat(text())
          .doesNotContain("notice 2")
          .contains("notice 3", "notice 7", "first status")
          .doesNotContain("\u001b[7A");

      bytes.reset();
      screen.redraw("second status");
      assertThat(text()).startsWith("\u001b[7A").contains("second status").doesNotContain("first");
    }
  }

  @Test
  void inAFileANoticeIsALine() {
    try (LiveScreen screen = LiveScreen.open(out, Terminal.NONE)) {
      screen.notice("notice");
      screen.redraw("status");
    }

    assertThat(text()).isEqualTo("notice" + System.lineSeparator());
  }

  @Test
  void isFoundByItsNumberUntilItIsClosed() {
    LiveScreen screen = LiveScreen.open(out, Terminal.NONE);
    assertThat(LiveScreen.find(screen.number())).isSameAs(screen);

    screen.close();

    assertThat(LiveScreen.find(screen.number())).isNull();
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
