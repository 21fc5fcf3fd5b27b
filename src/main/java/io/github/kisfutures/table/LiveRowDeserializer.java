package io.github.kisfutures.table;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.source.RecordOutput;
import io.github.kisfutures.source.reader.LiveSessions;
import io.github.kisfutures.source.reader.SoleUser;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.table.data.RowData;

/** The rows of live sessions: those that are asked for. */
final class LiveRowDeserializer extends RowDeserializer implements SoleUser<RowData> {
  private static final long serialVersionUID = 1L;

  private final RowSelection selection;
  private final LiveSessions sessions;
  private transient long emitted;

  LiveRowDeserializer(
      TradeRows rows,
      TypeInformation<RowData> type,
      RowSelection selection,
      LiveSessions sessions) {
    super(rows, type, FaultyFrames.SKIP);
    this.selection = selection;
    this.sessions = sessions;
  }

  /** Whether all rows that are asked for have been emitted. */
  boolean isDone() {
    return selection.isReachedBy(emitted);
  }

  @Override
  public void open() {
    super.open();
    emitted = 0;
  }

  @Override
  void emit(StockFuturesTrade trade, RecordOutput<RowData> out) {
    if (selection.takes(trade.contract()) && !isDone()) {
      emitted++;
      super.emit(trade, out);
    }
  }

  @Override
  public LiveSessions sessions() {
    return sessions;
  }
}
