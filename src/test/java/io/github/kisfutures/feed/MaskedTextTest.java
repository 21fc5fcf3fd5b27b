package io.github.kisfutures.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.enums.Role;
import org.java_websocket.framing.Framedata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTextTest {
  private static final byte[] KEY = {(byte) 0x37, (byte) 0xfa, 0x21, (byte) 0x3d};

  /** Around the lengths at which the header grows. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 255, 256, 65_535, 65_536, 100_000})
  void aServerReadsTheText(int length) throws Exception {
    String text = "k".repeat(length);
    Draft_6455 server = new Draft_6455();
    server.setParseMode(Role.SERVER);

    Framedata frame = server.translateFrame(MaskedText.frame(text, KEY)).get(0);

    assertThat(frame.getOpcode()).isEqualTo(Opcode.TEXT);
    assertThat(frame.isFin()).isTrue();
    assertThat(StandardCharsets.UTF_8.decode(frame.getPayloadData()).toString()).isEqualTo(text);
  }

  /** The example of RFC 6455 section 5.7. */
  @ParameterizedTest
  @ValueSource(strings = "Hello")
  void theExampleOfTheStandard(String text) {
    ByteBuffer frame = MaskedText.frame(text, KEY);
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    assertThat(bytes)
        .containsExactly(0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58);
  }
}
