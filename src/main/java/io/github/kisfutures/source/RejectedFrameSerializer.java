package io.github.kisfutures.source;

import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.wire.RejectionReason;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Writes a rejected frame. */
public final class RejectedFrameSerializer extends VersionedSerializer<RejectedFrame> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Writes and reads the current version. */
  public RejectedFrameSerializer() {
    this(VERSION);
  }

  /** Reads bytes of {@code version}. */
  public RejectedFrameSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(RejectedFrame frame, DataOutputView out) throws IOException {
    out.writeLong(frame.receivedAtMillis());
    StringValue.writeString(frame.session(), out);
    StringValue.writeString(frame.reason().name(), out);
    StringValue.writeString(frame.detail(), out);
    StringValue.writeString(frame.frame(), out);
  }

  @Override
  protected RejectedFrame read(DataInputView in, int version) throws IOException {
    return new RejectedFrame(
        in.readLong(),
        StringValue.readString(in),
        RejectionReason.valueOf(StringValue.readString(in)),
        StringValue.readString(in),
        StringValue.readString(in));
  }
}
