package io.github.kisfutures.source;

import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.wire.ReceivedFrame;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Writes a raw frame: its receipt and its text. */
public final class FrameSerializer extends VersionedSerializer<ReceivedFrame> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Writes and reads the current version. */
  public FrameSerializer() {
    this(VERSION);
  }

  /** Reads bytes of {@code version}. */
  public FrameSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(ReceivedFrame frame, DataOutputView out) throws IOException {
    TradeSerializer.writeReceipt(frame.receipt(), out);
    StringValue.writeString(frame.text(), out);
  }

  @Override
  protected ReceivedFrame read(DataInputView in, int version) throws IOException {
    var receipt = TradeSerializer.readReceipt(in);
    return new ReceivedFrame(StringValue.readString(in), receipt);
  }
}
