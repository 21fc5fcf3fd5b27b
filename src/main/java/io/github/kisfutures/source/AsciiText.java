package io.github.kisfutures.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/**
 * Short texts on the wire between operators: one length byte and ASCII, or Flink's form if longer.
 */
final class AsciiText {
  private static final int LONG_FORM = 255;

  private AsciiText() {}

  @SuppressWarnings("deprecation") // getBytes(int, int, byte[], int) is the copy without an encoder
  static void write(String text, DataOutputView out) throws IOException {
    int length = text.length();
    if (length >= LONG_FORM || !isAscii(text)) {
      out.writeByte(LONG_FORM);
      StringValue.writeString(text, out);
      return;
    }
    out.writeByte(length);
    byte[] bytes = new byte[length];
    text.getBytes(0, length, bytes, 0);
    out.write(bytes);
  }

  static String read(DataInputView in) throws IOException {
    int length = in.readUnsignedByte();
    if (length == LONG_FORM) {
      return StringValue.readString(in);
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
