package io.github.kisfutures.table;

import io.github.kisfutures.market.StockFuturesTrade;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.utils.JoinedRowData;

/**
 * A row of the live feed with the times of its trade, which it need not show. The source's
 * watermarks read them from the very object that it emits; any copy, by an operator or on the
 * network, is an ordinary row.
 */
final class StampedRow extends JoinedRowData {
  private static final RowData NOTHING = new GenericRowData(0);

  private final long eventTimeMillis;
  private final long receivedAtMillis;

  StampedRow(RowData row, StockFuturesTrade trade) {
    super(row, NOTHING);
    eventTimeMillis = trade.eventTimeMillis();
    receivedAtMillis = trade.receipt().receivedAtMillis();
  }

  long eventTimeMillis() {
    return eventTimeMillis;
  }

  long receivedAtMillis() {
    return receivedAtMillis;
  }
}
