package io.github.kisfutures.analytics.continuity;

import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.serialization.VersionedType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Serializer of the state of continuity. */
public final class ContractContinuitySerializer extends VersionedSerializer<ContractContinuity> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 2;

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
    out.writeInt(value.days().size());
    for (ContractDay day : value.days()) {
      CounterRun before = day.before();
      out.writeLong(day.epochDay());
      day.noTrades().write(out);
      out.writeBoolean(before != null);
      if (before != null) {
        writeRun(before, out);
      }
      writeRun(day.newest(), out);
    }
  }

  private static void writeRun(CounterRun run, DataOutputView out) throws IOException {
    out.writeInt(run.number());
    out.writeLong(run.beganAt());
    run.second().write(out);
    out.writeLong(run.bottom());
    writeTrade(run.lowest(), out);
    writeTrade(run.top(), out);
    out.writeInt(run.holes().list().size());
    for (Hole hole : run.holes().list()) {
      out.writeLong(hole.from());
      out.writeLong(hole.to());
      writeTrade(hole.before(), out);
      writeTrade(hole.after(), out);
      out.writeBoolean(hole.reported());
    }
  }

  private static void writeTrade(@Nullable SeenTrade trade, DataOutputView out) throws IOException {
    out.writeBoolean(trade != null);
    if (trade == null) {
      return;
    }
    out.writeLong(trade.volume());
    out.writeLong(trade.quantity());
    out.writeLong(trade.price());
    out.writeLong(trade.value());
    out.writeLong(trade.time());
    for (Carrier carrier = trade.carrier(); carrier != null; carrier = carrier.next()) {
      out.writeUTF(carrier.session());
      out.writeLong(carrier.connection());
      out.writeBoolean(carrier.next() != null);
    }
  }

  @Override
  protected ContractContinuity read(DataInputView in, int version) throws IOException {
    if (version == 1) {
      throw new IOException(
          "the state of continuity was written by a release that knew no runs of the counters:"
              + " this one cannot read it; start without that checkpoint");
    }
    int dayCount = in.readInt();
    List<ContractDay> days = new ArrayList<>(dayCount);
    for (int i = 0; i < dayCount; i++) {
      long epochDay = in.readLong();
      SecondTrades noTrades = SecondTrades.read(in);
      CounterRun before = in.readBoolean() ? readRun(in) : null;
      days.add(new ContractDay(epochDay, noTrades, before, readRun(in)));
    }
    return new ContractContinuity(days);
  }

  private static CounterRun readRun(DataInputView in) throws IOException {
    int number = in.readInt();
    long beganAt = in.readLong();
    SecondTrades second = SecondTrades.read(in);
    long bottom = in.readLong();
    SeenTrade lowest = readTrade(in);
    SeenTrade top = readTrade(in);
    int holeCount = in.readInt();
    List<Hole> holes = new ArrayList<>(holeCount);
    for (int i = 0; i < holeCount; i++) {
      long from = in.readLong();
      long to = in.readLong();
      SeenTrade before = readTrade(in);
      SeenTrade after = readTrade(in);
      if (after == null) {
        throw new IOException("the state holds a hole without a trade after it");
      }
      holes.add(new Hole(from, to, before, after, in.readBoolean()));
    }
    return new CounterRun(number, beganAt, new Holes(holes), second, bottom, lowest, top);
  }

  private static @Nullable SeenTrade readTrade(DataInputView in) throws IOException {
    return in.readBoolean()
        ? new SeenTrade(
            in.readLong(),
            in.readLong(),
            in.readLong(),
            in.readLong(),
            in.readLong(),
            readCarrier(in))
        : null;
  }

  private static Carrier readCarrier(DataInputView in) throws IOException {
    String session = in.readUTF();
    long connection = in.readLong();
    return new Carrier(session, connection, in.readBoolean() ? readCarrier(in) : null);
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
