package io.github.kisfutures.source.split;

import io.github.kisfutures.feed.BackoffProgress;
import io.github.kisfutures.feed.SessionPast;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Writes a session for checkpoints and for its way to a reader. */
public final class SessionSplitSerializer implements SimpleVersionedSerializer<SessionSplit> {
  /** The version that is written; all up to it can be read. */
  public static final int VERSION = 3;

  private static final int WITH_CHANGES = 2;
  private static final int WITH_BACKOFF = 3;

  private static final int INITIAL_SIZE = 256;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(SessionSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(INITIAL_SIZE);
    write(split, out);
    return out.getCopyOfBuffer();
  }

  @Override
  public SessionSplit deserialize(int version, byte[] bytes) throws IOException {
    requireReadable("session split", version, VERSION);
    return read(new DataInputDeserializer(bytes), version);
  }

  /** Writes a split of the current version into a larger record. */
  public static void write(SessionSplit split, DataOutputView out) throws IOException {
    out.writeUTF(split.session());
    out.writeInt(split.credential());
    out.writeInt(split.placement());
    out.writeInt(split.restarts());
    out.writeInt(split.past().backoff().failures());
    out.writeLong(split.past().backoff().notBeforeMillis());
    out.writeInt(split.contracts().size());
    for (String contract : split.contracts()) {
      out.writeUTF(contract);
    }
    out.writeInt(split.changes().size());
    for (ContractChange change : split.changes()) {
      out.writeUTF(change.contract());
      out.writeBoolean(change.kind() == ContractChange.Kind.ADDED);
    }
  }

  /**
   * Reads a split of a version up to the current one; version 1 knew no changes, and versions up to
   * 2 no back-off.
   */
  public static SessionSplit read(DataInputView in, int version) throws IOException {
    String session = in.readUTF();
    int credential = in.readInt();
    int placement = in.readInt();
    int restarts = in.readInt();
    BackoffProgress backoff =
        version < WITH_BACKOFF
            ? BackoffProgress.NONE
            : new BackoffProgress(in.readInt(), in.readLong());
    int size = in.readInt();
    List<String> contracts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      contracts.add(in.readUTF());
    }
    List<ContractChange> changes = version < WITH_CHANGES ? List.of() : readChanges(in);
    return new SessionSplit(
        session, credential, placement, contracts, new SessionPast(restarts, backoff), changes);
  }

  private static List<ContractChange> readChanges(DataInputView in) throws IOException {
    int size = in.readInt();
    List<ContractChange> changes = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      String contract = in.readUTF();
      changes.add(
          new ContractChange(
              contract,
              in.readBoolean() ? ContractChange.Kind.ADDED : ContractChange.Kind.REMOVED));
    }
    return changes;
  }

  /**
   * Refuses bytes of a version that this program does not know.
   *
   * @throws IOException naming both versions
   */
  public static void requireReadable(String what, int version, int newest) throws IOException {
    if (version < 1 || version > newest) {
      throw new IOException(
          "the checkpoint holds a "
              + what
              + " of version "
              + version
              + ", this program reads versions 1 to "
              + newest);
    }
  }
}
