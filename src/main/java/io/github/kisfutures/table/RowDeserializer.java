package io.github.kisfutures.table;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.source.DecodingObserver;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.OddFields;
import io.github.kisfutures.source.RecordOutput;
import io.github.kisfutures.source.RejectedFrame;
import io.github.kisfutures.wire.ControlMessageParser;
import io.github.kisfutures.wire.DecodedFrame;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.TradeDecoder;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.table.data.RowData;
import org.jspecify.annotations.Nullable;

/** Yields a row for every trade; decodes only what the rows show. */
class RowDeserializer implements FeedDeserializer<RowData> {
  private static final long serialVersionUID = 1L;

  private final TradeRows rows;
  private final TypeInformation<RowData> type;
  private final FaultyFrames faultyFrames;

  private transient @Nullable TradeDecoder decoder;
  private transient DecodingObserver observer = DecodingObserver.NONE;
  private transient OddFields oddFields = new OddFields();

  RowDeserializer(TradeRows rows, TypeInformation<RowData> type, FaultyFrames faultyFrames) {
    this.rows = rows;
    this.type = type;
    this.faultyFrames = faultyFrames;
  }

  @Override
  public void open() {
    decoder = rows.newDecoder();
    observer = DecodingObserver.NONE;
    oddFields = new OddFields();
  }

  @Override
  public void observe(DecodingObserver who) {
    observer = who;
    oddFields.observe(who);
  }

  @Override
  public void frame(ReceivedFrame frame, RecordOutput<RowData> out) {
    if (ControlMessageParser.isControlMessage(frame.text())) {
      return;
    }
    TradeDecoder opened = Objects.requireNonNull(decoder, "open() was not called");
    DecodedFrame decoded = opened.decode(frame);
    if (decoded instanceof DecodedFrame.Trades trades) {
      oddFields.tell(trades, frame);
      for (StockFuturesTrade trade : trades.trades()) {
        observer.trade(trade);
        emit(trade, out);
      }
    } else if (decoded instanceof DecodedFrame.Rejection rejection) {
      faulty("frame " + frame.receipt().sequence(), rejection.reason() + ", " + rejection.detail());
    }
  }

  void emit(StockFuturesTrade trade, RecordOutput<RowData> out) {
    out.collect(rows.row(trade), trade.eventTimeMillis());
  }

  @Override
  public void rejected(RejectedFrame frame, RecordOutput<RowData> out) {
    faulty("a captured line", frame.detail());
  }

  /** Something was found that is no frame. */
  final void faulty(String where, String what) {
    observer.rejected();
    faultyFrames.found(where, what);
  }

  @Override
  public TypeInformation<RowData> getProducedType() {
    return type;
  }
}
