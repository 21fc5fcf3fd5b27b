package io.github.kisfutures.source;

import io.github.kisfutures.serialization.VersionedSerializer;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes a feed record: one byte for its kind, then its members. */
public final class FeedRecordSerializer extends VersionedSerializer<FeedRecord> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 2;
  private static final int WITH_ENDS_OF_FRAMES = 2;
  private static final int TRADE = 0;
  private static final int REJECTED = 1;
  private static final int HAPPENED = 2;
  private static final int PROGRESS = 3;

  private final TradeSerializer trades = new TradeSerializer();
  private final RejectedFrameSerializer rejections = new RejectedFrameSerializer();
  private final FeedEventSerializer events = new FeedEventSerializer();

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
      out.writeBoolean(trade.endsFrame());
    } else if (value instanceof FeedRecord.Rejected rejected) {
      out.writeByte(REJECTED);
      rejections.serialize(rejected.frame(), out);
    } else if (value instanceof FeedRecord.Happened happened) {
      out.writeByte(HAPPENED);
      events.serialize(happened.event(), out);
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
      case TRADE ->
          new FeedRecord.Trade(
              trades.deserialize(in), version < WITH_ENDS_OF_FRAMES || in.readBoolean());
      case REJECTED -> new FeedRecord.Rejected(rejections.deserialize(in));
      case HAPPENED -> new FeedRecord.Happened(events.deserialize(in));
      case PROGRESS -> new FeedRecord.Progress(in.readLong(), in.readLong());
      default -> throw new IOException("unknown kind " + kind + " of feed record");
    };
  }
}
