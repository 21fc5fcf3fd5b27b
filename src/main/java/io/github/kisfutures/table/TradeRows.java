package io.github.kisfutures.table;

import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.market.TradeField;
import io.github.kisfutures.wire.TradeDecoder;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;

/** Makes a row of a trade, and knows which fields of the wire that takes. */
final class TradeRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TradeValue[] values;
  private final EnumSet<TradeField> fields;

  private final Duration maxClockSkew;

  private TradeRows(TradeValue[] values, EnumSet<TradeField> fields, Duration maxClockSkew) {
    this.values = values;
    this.fields = fields;
    this.maxClockSkew = maxClockSkew;
  }

  /** The same rows, where trade times so far ahead of their receipt are believed. */
  TradeRows believing(Duration clockSkew) {
    return new TradeRows(values, fields, clockSkew);
  }

  /** Rows of the columns, then of the metadata, of trades whose times are all believed. */
  static TradeRows of(List<DeclaredColumn> columns, List<String> metadataKeys) {
    List<TradeValue> values = new ArrayList<>();
    EnumSet<TradeField> fields = EnumSet.noneOf(TradeField.class);
    for (DeclaredColumn column : columns) {
      values.add(column.value());
      if (column.column().field() != null) {
        fields.add(column.column().field());
      }
    }
    for (String key : metadataKeys) {
      values.add(TickMetadata.of(key).value());
    }
    return new TradeRows(values.toArray(TradeValue[]::new), fields, TradeDecoder.BELIEVE_ALL);
  }

  /** A decoder that reads no more than the rows need. */
  TradeDecoder newDecoder() {
    return new TradeDecoder(fields, maxClockSkew);
  }

  RowData row(StockFuturesTrade trade) {
    GenericRowData row = new GenericRowData(values.length);
    for (int i = 0; i < values.length; i++) {
      row.setField(i, values[i].of(trade));
    }
    return row;
  }
}
