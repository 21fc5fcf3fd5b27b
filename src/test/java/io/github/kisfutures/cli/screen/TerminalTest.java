package io.github.kisfutures.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {
  @Test
  void readsWhatSttySays() {
    assertThat(Terminal.parse("40 132")).isEqualTo(new Terminal(true, 40, 132));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0 0", "stty: standard input: Inappropriate ioctl", "24"})
  void isUsualWhereSttyDoesNotKnow(String answer) {
    assertThat(Terminal.parse(answer)).isEqualTo(new Terminal(true, 24, 80));
  }
}
