package io.github.kisfutures.cli;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;

/** The changes of a query's result until it has so many rows. */
final class LimitedRows implements Iterator<RowData> {
  private final Iterator<RowData> changes;
  private final long limit;

  /** Rows that are there: updates take one and put one, so they count for nothing. */
  private long rows;

  LimitedRows(Iterator<RowData> changes, long limit) {
    this.changes = changes;
    this.limit = limit;
  }

  @Override
  public boolean hasNext() {
    return rows < limit && changes.hasNext();
  }

  @Override
  public RowData next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all " + limit + " rows were given");
    }
    RowData change = changes.next();
    RowKind kind = change.getRowKind();
    rows += kind == RowKind.INSERT || kind == RowKind.UPDATE_AFTER ? 1 : -1;
    return change;
  }
}
