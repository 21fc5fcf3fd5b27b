package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.serialization.VersionedType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of the state of continuity. */
public final class ContractContinuitySerializer extends VersionedSerializer<ContractContinuity> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  static final TypeInformation<ContractContinuity> TYPE =
      new VersionedType<>(ContractContinuity.class, new ContractContinuitySerializer());

  /** Writes and reads the current version. */
  public ContractContinuitySerializer() {
    this(VERSION);
  }

  /** Reads {@code version}, for restored state. */
  public ContractContinuitySerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(ContractContinuity value, DataOutputView out) throws IOException {
    out.writeUTF(value.contract());
    SessionConnections connections = value.connections();
    out.writeInt(connections.count());
    for (int i = 0; i < connections.count(); i++) {
      out.writeUTF(connections.session(i));
      out.writeLong(connections.connection(i));
    }
    out.writeInt(value.days().size());
    for (ContractDay day : value.days()) {
      writeDay(day, out);
    }
  }

  private static void writeDay(ContractDay day, DataOutputView out) throws IOException {
    out.writeLong(day.epochDay());
    out.writeLong(day.bottom());
    out.writeLong(day.top());
    out.writeLong(day.topValue());
    out.writeLong(day.topTime());
    out.writeInt(day.holes().list().size());
    for (Hole hole : day.holes().list()) {
      out.writeLong(hole.from());
      out.writeLong(hole.to());
      out.writeLong(hole.timeBefore());
      out.writeLong(hole.valueBefore());
      out.writeLong(hole.timeAfter());
      out.writeLong(hole.valueAfter());
      GapCauses.write(hole.cause(), out);
      out.writeBoolean(hole.reported());
    }
  }

  @Override
  protected ContractContinuity read(DataInputView in, int version) throws IOException {
    String contract = in.readUTF();
    int sessions = in.readInt();
    String[] names = new String[sessions];
    long[] connections = new long[sessions];
    for (int i = 0; i < sessions; i++) {
      names[i] = in.readUTF();
      connections[i] = in.readLong();
    }
    int dayCount = in.readInt();
    List<ContractDay> days = new ArrayList<>(dayCount);
    for (int i = 0; i < dayCount; i++) {
      days.add(readDay(contract, in));
    }
    return new ContractContinuity(contract, days, new SessionConnections(names, connections));
  }

  private static ContractDay readDay(String contract, DataInputView in) throws IOException {
    long epochDay = in.readLong();
    long bottom = in.readLong();
    long top = in.readLong();
    long topValue = in.readLong();
    long topTime = in.readLong();
    int holeCount = in.readInt();
    List<Hole> holes = new ArrayList<>(holeCount);
    for (int i = 0; i < holeCount; i++) {
      holes.add(
          new Hole(
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readLong(),
              GapCauses.read(in),
              in.readBoolean()));
    }
    ContractDay day = new ContractDay(contract, epochDay, new Holes(holes));
    day.restore(bottom, top, topValue, topTime);
    return day;
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public ContractContinuity copy(ContractContinuity from) {
    return from.copy();
  }
}
