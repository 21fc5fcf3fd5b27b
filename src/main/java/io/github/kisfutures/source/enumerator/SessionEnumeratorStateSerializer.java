package io.github.kisfutures.source.enumerator;

import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.source.split.SessionSplitSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/** Writes the enumerator's state for checkpoints. */
public final class SessionEnumeratorStateSerializer
    implements SimpleVersionedSerializer<SessionEnumeratorState> {
  /** The version that is written; all up to it can be read. */
  public static final int VERSION = 3;

  /** Named the sessions that readers held, knew no app keys, and had splits of version 1. */
  private static final int WITHOUT_KEYS = 1;

  private static final int INITIAL_SIZE = 256;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(SessionEnumeratorState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(INITIAL_SIZE);
    AppKeys keys = state.keys();
    out.writeBoolean(keys != null);
    if (keys != null) {
      out.writeInt(keys.count());
      out.writeInt(keys.redundancy());
    }
    out.writeInt(state.waiting().size());
    for (SessionSplit split : state.waiting()) {
      SessionSplitSerializer.write(split, out);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public SessionEnumeratorState deserialize(int version, byte[] bytes) throws IOException {
    SessionSplitSerializer.requireReadable("list of sessions", version, VERSION);
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    if (version == WITHOUT_KEYS) {
      for (int remaining = in.readInt(); remaining > 0; remaining--) {
        in.readUTF();
      }
      return new SessionEnumeratorState(null, readWaiting(in, WITHOUT_KEYS));
    }
    AppKeys keys = readKeys(in);
    return new SessionEnumeratorState(keys, readWaiting(in, version)); // as splits are numbered
  }

  private static @Nullable AppKeys readKeys(DataInputView in) throws IOException {
    return in.readBoolean() ? new AppKeys(in.readInt(), in.readInt()) : null;
  }

  private static List<SessionSplit> readWaiting(DataInputView in, int splitVersion)
      throws IOException {
    List<SessionSplit> waiting = new ArrayList<>();
    for (int remaining = in.readInt(); remaining > 0; remaining--) {
      waiting.add(SessionSplitSerializer.read(in, splitVersion));
    }
    return waiting;
  }
}
