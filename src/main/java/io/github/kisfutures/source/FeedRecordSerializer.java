package io.github.kisfutures.source;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.serialization.VersionedSerializer;
import io.github.kisfutures.wire.RejectionReason;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Writes a feed record: one byte for its kind, then its members. */
public final class FeedRecordSerializer extends VersionedSerializer<FeedRecord> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;
  private static final int TRADE = 0;
  private static final int REJECTED = 1;
  private static final int HAPPENED = 2;
  private static final int PROGRESS = 3;

  private final TradeSerializer trades = new TradeSerializer();

  /** Writes and reads the current version. */
  public FeedRecordSerializer() {
    this(VERSION);
  }

  /** Reads bytes of {@code version}. */
  public FeedRecordSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(FeedRecord value, DataOutputView out) throws IOException {
    if (value instanceof FeedRecord.Trade trade) {
      out.writeByte(TRADE);
      trades.serialize(trade.trade(), out);
    } else if (value instanceof FeedRecord.Rejected rejected) {
      out.writeByte(REJECTED);
      writeRejected(rejected.frame(), out);
    } else if (value instanceof FeedRecord.Happened happened) {
      out.writeByte(HAPPENED);
      writeEvent(happened.event(), out);
    } else if (value instanceof FeedRecord.Progress progress) {
      out.writeByte(PROGRESS);
      out.writeLong(progress.frames());
      out.writeLong(progress.characters());
    }
  }

  @Override
  protected FeedRecord read(DataInputView in, int version) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case TRADE -> new FeedRecord.Trade(trades.deserialize(in));
      case REJECTED -> new FeedRecord.Rejected(readRejected(in));
      case HAPPENED -> new FeedRecord.Happened(readEvent(in));
      case PROGRESS -> new FeedRecord.Progress(in.readLong(), in.readLong());
      default -> throw new IOException("unknown kind " + kind + " of feed record");
    };
  }

  private static void writeRejected(RejectedFrame frame, DataOutputView out) throws IOException {
    out.writeLong(frame.receivedAtMillis());
    StringValue.writeString(frame.session(), out);
    StringValue.writeString(frame.reason().name(), out);
    StringValue.writeString(frame.detail(), out);
    StringValue.writeString(frame.frame(), out);
  }

  private static RejectedFrame readRejected(DataInputView in) throws IOException {
    return new RejectedFrame(
        in.readLong(),
        StringValue.readString(in),
        RejectionReason.valueOf(StringValue.readString(in)),
        StringValue.readString(in),
        StringValue.readString(in));
  }

  private static void writeEvent(FeedEvent event, DataOutputView out) throws IOException {
    out.writeLong(event.atMillis());
    StringValue.writeString(event.session(), out);
    StringValue.writeString(event.kind().name(), out);
    StringValue.writeString(event.contract(), out);
    StringValue.writeString(event.code(), out);
    StringValue.writeString(event.detail(), out);
  }

  private static FeedEvent readEvent(DataInputView in) throws IOException {
    return new FeedEvent(
        in.readLong(),
        StringValue.readString(in),
        FeedEvent.Kind.valueOf(StringValue.readString(in)),
        StringValue.readString(in),
        StringValue.readString(in),
        StringValue.readString(in));
  }
}
