package io.github.kisfutures.analytics.continuity;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The byte of a cause in checkpoints; it must not change when the enum's order does. */
final class GapCauses {
  private GapCauses() {}

  static void write(GapCause cause, DataOutputView out) throws IOException {
    out.writeByte(
        switch (cause) {
          case RECONNECT -> 1;
          case RESTART -> 2;
          case LATE_JOIN -> 3;
          case UNKNOWN -> 4;
          case NOT_SENT -> 5;
          case COUNTERS -> 6;
        });
  }

  static GapCause read(DataInputView in) throws IOException {
    byte code = in.readByte();
    return switch (code) {
      case 1 -> GapCause.RECONNECT;
      case 2 -> GapCause.RESTART;
      case 3 -> GapCause.LATE_JOIN;
      case 4 -> GapCause.UNKNOWN;
      case 5 -> GapCause.NOT_SENT;
      case 6 -> GapCause.COUNTERS;
      default -> throw new IOException("the state holds the unknown gap cause " + code);
    };
  }
}
