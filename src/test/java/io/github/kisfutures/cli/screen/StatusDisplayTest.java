package io.github.kisfutures.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StatusDisplayTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void inAFileEverySecondOfTheFirstMinuteThenEveryTen() {
    StatusDisplay display = new StatusDisplay(out, Terminal.NONE, null);

    for (int second = 1; second <= 100; second++) {
      display.show("line " + second);
    }
    display.end();

    assertThat(text().lines())
        .hasSize(64)
        .startsWith("line 1", "line 2")
        .endsWith("line 60", "line 70", "line 80", "line 90", "line 100");
  }

  @Test
  void aloneInATerminalItStaysOnItsLine() {
    StatusDisplay display = new StatusDisplay(out, new Terminal(true, 24, 10), null);

    display.show("one");
    display.show("two two two");
    display.end();

    assertThat(text()).isEqualTo("\r\u001b[2Kone\r\u001b[2Ktwo two tw" + System.lineSeparator());
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
