package io.github.kisfutures.table;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.source.DecodingObserver;
import io.github.kisfutures.source.FeedDeserializer;
import io.github.kisfutures.source.RejectedFrame;
import io.github.kisfutures.wire.ControlMessageParser;
import io.github.kisfutures.wire.DecodedFrame;
import io.github.kisfutures.wire.ReceivedFrame;
import io.github.kisfutures.wire.TradeDecoder;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.jspecify.annotations.Nullable;

/** Yields a row for every trade; decodes only what the rows show. */
final class RowDeserializer implements FeedDeserializer<RowData> {
  private static final long serialVersionUID = 1L;

  /** Follows the last row where there is a limit, so that the source can end at once. */
  private static final RowData END = new GenericRowData(0);

  private final TradeRows rows;
  private final TypeInformation<RowData> type;
  private final FaultyFrames faultyFrames;
  private final RowSelection selection;

  private transient @Nullable TradeDecoder decoder;
  private transient DecodingObserver observer = DecodingObserver.NONE;
  private transient long lastEventTime;
  private transient long emitted;

  RowDeserializer(
      TradeRows rows,
      TypeInformation<RowData> type,
      FaultyFrames faultyFrames,
      RowSelection selection) {
    this.rows = rows;
    this.type = type;
    this.faultyFrames = faultyFrames;
    this.selection = selection;
  }

  /** Whether this is no row, but the end of all rows. */
  static boolean isEnd(RowData row) {
    return row == END;
  }

  @Override
  public void open() {
    decoder = rows.newDecoder();
    observer = DecodingObserver.NONE;
    lastEventTime = NO_TIMESTAMP;
    emitted = 0;
  }

  @Override
  public void observe(DecodingObserver who) {
    observer = who;
  }

  @Override
  public void frame(ReceivedFrame frame, Consumer<RowData> out) {
    if (ControlMessageParser.isControlMessage(frame.text())) {
      return;
    }
    TradeDecoder opened = Objects.requireNonNull(decoder, "open() was not called");
    DecodedFrame decoded = opened.decode(frame);
    if (decoded instanceof DecodedFrame.Trades trades) {
      if (trades.surplusFields() > 0) {
        observer.surplusFields(trades.surplusFields());
      }
      trades.trades().forEach(trade -> emit(trade, out));
    } else if (decoded instanceof DecodedFrame.Rejection rejection) {
      faulty("frame " + frame.receipt().sequence(), rejection.reason() + ", " + rejection.detail());
    }
    if (selection.isReachedBy(emitted)) {
      out.accept(END);
    }
  }

  private void emit(StockFuturesTrade trade, Consumer<RowData> out) {
    observer.trade(trade);
    if (selection.takes(trade.contract()) && !selection.isReachedBy(emitted)) {
      emitted++;
      lastEventTime = trade.eventTimeMillis();
      out.accept(rows.row(trade));
    }
  }

  @Override
  public void rejected(RejectedFrame frame, Consumer<RowData> out) {
    faulty("a captured line", frame.detail());
  }

  /** Something was found that is no frame. */
  void faulty(String where, String what) {
    observer.rejected();
    faultyFrames.found(where, what);
  }

  /** That of the row emitted last: a row need not show its event time. */
  @Override
  public long timestamp(RowData emitted) {
    return lastEventTime;
  }

  @Override
  public TypeInformation<RowData> getProducedType() {
    return type;
  }
}
