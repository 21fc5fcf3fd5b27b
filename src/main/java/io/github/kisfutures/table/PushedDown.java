package io.github.kisfutures.table;

import java.util.List;
import java.util.TreeSet;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;
import org.jspecify.annotations.Nullable;

/**
 * What the planner has asked the source to do itself.
 *
 * @param columns the columns that are read
 * @param metadataKeys the metadata that is read
 * @param contracts the contracts that are subscribed, in configured order
 * @param narrowed whether other contracts than these must not be seen
 * @param limit rows after which the source may end, or null
 * @param watermarks the table's watermarks, or null if it has none
 * @param sourceWatermarks whether the source's own are wanted
 */
record PushedDown(
    DataType columns,
    List<String> metadataKeys,
    List<String> contracts,
    boolean narrowed,
    @Nullable Long limit,
    @Nullable WatermarkStrategy<RowData> watermarks,
    boolean sourceWatermarks) {

  /** Nothing but the whole table of some contracts. */
  static PushedDown nothing(DataType declared, List<String> contracts) {
    return new PushedDown(declared, List.of(), contracts, false, null, null, false);
  }

  PushedDown withColumns(DataType some) {
    return new PushedDown(
        some, metadataKeys, contracts, narrowed, limit, watermarks, sourceWatermarks);
  }

  PushedDown withMetadata(List<String> keys) {
    return new PushedDown(columns, keys, contracts, narrowed, limit, watermarks, sourceWatermarks);
  }

  PushedDown withContracts(List<String> some) {
    return new PushedDown(columns, metadataKeys, some, true, limit, watermarks, sourceWatermarks);
  }

  PushedDown withLimit(long rows) {
    return new PushedDown(
        columns, metadataKeys, contracts, narrowed, rows, watermarks, sourceWatermarks);
  }

  PushedDown withWatermarks(WatermarkStrategy<RowData> strategy) {
    return new PushedDown(
        columns, metadataKeys, contracts, narrowed, limit, strategy, sourceWatermarks);
  }

  PushedDown withSourceWatermarks() {
    return new PushedDown(columns, metadataKeys, contracts, narrowed, limit, watermarks, true);
  }

  /** The rows that are asked for. */
  TickRowType rowType() {
    return new TickRowType(columns, metadataKeys);
  }

  /** Which rows are asked for. */
  RowSelection rowSelection() {
    return new RowSelection(narrowed ? new TreeSet<>(contracts) : null, limit);
  }
}
