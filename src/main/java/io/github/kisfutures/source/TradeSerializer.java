package io.github.kisfutures.source;

import io.github.kisfutures.market.Receipt;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.serialization.VersionedSerializer;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes a trade with a fixed layout: contract, receipt, and one long per field. Faster than
 * anything smaller: a trade crosses the network once, between source and the operators of its
 * contract.
 */
public final class TradeSerializer extends VersionedSerializer<StockFuturesTrade> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;
  private static final TradeField[] FIELDS = TradeField.values();

  /** Writes and reads the current version. */
  public TradeSerializer() {
    this(VERSION);
  }

  /** Reads bytes of {@code version}. */
  public TradeSerializer(int version) {
    super(version);
  }

  @Override
  public int currentVersion() {
    return VERSION;
  }

  @Override
  protected void write(StockFuturesTrade trade, DataOutputView out) throws IOException {
    AsciiText.write(trade.contract(), out);
    writeReceipt(trade.receipt(), out);
    writeIndexAndRun(trade, out);
    out.writeLong(trade.eventTimeMillis());
    for (int i = 1; i < FIELDS.length; i++) {
      out.writeLong(trade.raw(FIELDS[i]));
    }
  }

  @Override
  protected StockFuturesTrade read(DataInputView in, int version) throws IOException {
    String contract = AsciiText.read(in);
    Receipt receipt = readReceipt(in);
    int written = in.readInt();
    int run = written < 0 ? in.readInt() : 0;
    int recordIndex = written < 0 ? ~written : written;
    long eventTime = in.readLong();
    long[] values = new long[FIELDS.length];
    for (int i = 1; i < FIELDS.length; i++) {
      values[i] = in.readLong();
    }
    return new StockFuturesTrade(contract, values, eventTime, receipt, recordIndex).inRun(run);
  }

  /** The run is nearly always 0, and then not written; a negative index says that it follows. */
  private static void writeIndexAndRun(StockFuturesTrade trade, DataOutputView out)
      throws IOException {
    if (trade.run() == 0) {
      out.writeInt(trade.recordIndex());
    } else {
      out.writeInt(~trade.recordIndex());
      out.writeInt(trade.run());
    }
  }

  static void writeReceipt(Receipt receipt, DataOutputView out) throws IOException {
    out.writeLong(receipt.receivedAtMillis());
    AsciiText.write(receipt.session(), out);
    out.writeLong(receipt.connection());
    out.writeLong(receipt.sequence());
  }

  static Receipt readReceipt(DataInputView in) throws IOException {
    return new Receipt(in.readLong(), AsciiText.read(in), in.readLong(), in.readLong());
  }
}
