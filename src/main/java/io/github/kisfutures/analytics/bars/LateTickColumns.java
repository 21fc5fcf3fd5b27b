package io.github.kisfutures.analytics.bars;

import io.github.kisfutures.columns.ColumnType;
import io.github.kisfutures.columns.ResultTable;
import io.github.kisfutures.columns.TickColumns;
import io.github.kisfutures.market.Unit;
import java.time.Instant;

/** The table {@code late_ticks}: a trade, and what it was too late for. */
public final class LateTickColumns {
  /** Trades behind the watermark of a closed window. */
  public static final ResultTable<LateTrade> TABLE = table();

  private LateTickColumns() {}

  private static ResultTable<LateTrade> table() {
    ResultTable.Builder<LateTrade> table =
        TickColumns.add(ResultTable.named("late_ticks"), LateTrade::trade);
    table.column(
        "watermark",
        ColumnType.TIMESTAMP,
        Unit.NONE,
        "how far event time had come",
        late -> Instant.ofEpochMilli(late.watermarkMillis()));
    return table.build();
  }
}
