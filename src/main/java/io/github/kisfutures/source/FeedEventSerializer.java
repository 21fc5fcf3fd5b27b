package io.github.kisfutures.source;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.serialization.VersionedSerializer;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Writes a change of a session. */
public final class FeedEventSerializer extends VersionedSerializer<FeedEvent> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Writes and reads the current version. */
  public FeedEventSerializer() {
    this(VERSION);
  }

  /** Reads bytes of {@code version}. */
  public FeedEventSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(FeedEvent event, DataOutputView out) throws IOException {
    out.writeLong(event.atMillis());
    StringValue.writeString(event.session(), out);
    StringValue.writeString(event.kind().name(), out);
    StringValue.writeString(event.contract(), out);
    StringValue.writeString(event.code(), out);
    StringValue.writeString(event.detail(), out);
  }

  @Override
  protected FeedEvent read(DataInputView in, int version) throws IOException {
    return new FeedEvent(
        in.readLong(),
        StringValue.readString(in),
        FeedEvent.Kind.valueOf(StringValue.readString(in)),
        StringValue.readString(in),
        StringValue.readString(in),
        StringValue.readString(in));
  }
}
