package io.github.kisfutures.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A client's text message as the bytes of one WebSocket frame (RFC 6455 section 5.2).
 * Java-WebSocket would build the same, but shows every frame in its log at TRACE, and ours carry
 * the approval key.
 */
final class MaskedText {
  /** Length of a masking key in bytes. */
  static final int KEY_BYTES = 4;

  private static final int FINAL_TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final int LONGEST_SHORT = 125;
  private static final int TWO_MORE_BYTES = 126;
  private static final int EIGHT_MORE_BYTES = 127;
  private static final int LONGEST_OF_TWO_BYTES = 0xFFFF;
  private static final int HEADER_BYTES = 10;

  private MaskedText() {}

  /**
   * The frame.
   *
   * @param key masking key of {@link #KEY_BYTES} random bytes, new for every frame
   * @return a buffer over an array that begins with the frame
   */
  static ByteBuffer frame(String text, byte[] key) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + KEY_BYTES + payload.length);
    frame.put((byte) FINAL_TEXT);
    if (payload.length <= LONGEST_SHORT) {
      frame.put((byte) (MASKED | payload.length));
    } else if (payload.length <= LONGEST_OF_TWO_BYTES) {
      frame.put((byte) (MASKED | TWO_MORE_BYTES)).putShort((short) payload.length);
    } else {
      frame.put((byte) (MASKED | EIGHT_MORE_BYTES)).putLong(payload.length);
    }
    frame.put(key);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ key[i % KEY_BYTES]));
    }
    return frame.flip();
  }
}
