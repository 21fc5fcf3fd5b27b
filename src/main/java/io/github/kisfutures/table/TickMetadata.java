package io.github.kisfutures.table;

import io.github.kisfutures.market.StockFuturesTrade;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.DataType;

/** Metadata columns of a trade ({@code docs/sql.md}). */
@SuppressWarnings(
    "ImmutableEnumChecker") // DataType and the lambdas are immutable, and do not say so
enum TickMetadata {
  /** Trading date and trade time. */
  EVENT_TIME(
      "event-time",
      DataTypes.TIMESTAMP_LTZ(3).notNull(),
      trade -> TimestampData.fromEpochMillis(trade.eventTimeMillis())),
  /** When the frame arrived. */
  RECEIVE_TIME(
      "receive-time",
      DataTypes.TIMESTAMP_LTZ(3).notNull(),
      trade -> TimestampData.fromEpochMillis(trade.receipt().receivedAtMillis())),
  /** The session that carried it. */
  SESSION("session", DataTypes.STRING().notNull(), trade -> StringData.fromString(trade.session())),
  /** Number of the frame within its connection, file or reader, from 0. */
  FRAME_SEQUENCE("frame-sequence", DataTypes.BIGINT().notNull(), TickMetadata::frameSequence),
  /** Position of the record in its frame, from 0. */
  RECORD_INDEX("record-index", DataTypes.INT().notNull(), StockFuturesTrade::recordIndex);

  private final String key;
  private final transient DataType type;
  private final transient TradeValue value;

  TickMetadata(String key, DataType type, TradeValue value) {
    this.key = key;
    this.type = type;
    this.value = value;
  }

  private static Object frameSequence(StockFuturesTrade trade) {
    return trade.receipt().sequence();
  }

  String key() {
    return key;
  }

  DataType type() {
    return type;
  }

  TradeValue value() {
    return value;
  }

  /** All keys with their types, in the order of declaration. */
  static Map<String, DataType> readable() {
    Map<String, DataType> readable = new LinkedHashMap<>();
    for (TickMetadata metadata : values()) {
      readable.put(metadata.key, metadata.type);
    }
    return readable;
  }

  /** The metadata of a key that {@link #readable} has listed. */
  static TickMetadata of(String key) {
    for (TickMetadata metadata : values()) {
      if (metadata.key.equals(key)) {
        return metadata;
      }
    }
    throw new IllegalArgumentException("there is no metadata '" + key + "'");
  }
}
