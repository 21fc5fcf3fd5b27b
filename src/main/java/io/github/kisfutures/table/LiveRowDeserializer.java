package io.github.kisfutures.table;

import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.source.reader.LiveSessions;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.table.data.RowData;

/** The rows of live sessions: those that are asked for, with their times. */
final class LiveRowDeserializer extends RowDeserializer {
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
  void emit(StockFuturesTrade trade, Consumer<RowData> out) {
    if (selection.takes(trade.contract()) && !isDone()) {
      emitted++;
      out.accept(new StampedRow(row(trade), trade));
    }
  }

  /**
   * A session that waits for a slot that this very process holds would wait for ever, while the
   * query goes on without its rows.
   */
  @Override
  public void event(FeedEvent event, Consumer<RowData> out) {
    if (event.kind() == FeedEvent.Kind.IN_USE && sessions.compete()) {
      throw new AppKeyInUseException(sessions.credentials());
    }
  }

  @Override
  public long timestamp(RowData emitted) {
    return ((StampedRow) emitted).eventTimeMillis();
  }

  @Override
  public long receivedAt(RowData emitted) {
    return ((StampedRow) emitted).receivedAtMillis();
  }
}
