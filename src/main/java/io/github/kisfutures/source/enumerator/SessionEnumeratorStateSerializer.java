package io.github.kisfutures.source.enumerator;

import io.github.kisfutures.source.split.SessionSplit;
import io.github.kisfutures.source.split.SessionSplitSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes the enumerator's state for checkpoints. */
public final class SessionEnumeratorStateSerializer
    implements SimpleVersionedSerializer<SessionEnumeratorState> {
  /** The version that is written; all up to it can be read. */
  public static final int VERSION = 1;

  private static final int INITIAL_SIZE = 256;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(SessionEnumeratorState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(INITIAL_SIZE);
    out.writeInt(state.assigned().size());
    for (String session : new TreeSet<>(state.assigned())) {
      out.writeUTF(session);
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
    Set<String> assigned = new LinkedHashSet<>();
    for (int remaining = in.readInt(); remaining > 0; remaining--) {
      assigned.add(in.readUTF());
    }
    List<SessionSplit> waiting = new ArrayList<>();
    for (int remaining = in.readInt(); remaining > 0; remaining--) {
      waiting.add(SessionSplitSerializer.read(in));
    }
    return new SessionEnumeratorState(assigned, waiting);
  }
}
