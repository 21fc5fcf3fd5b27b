package io.github.kisfutures.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;

/**
 * The rows of a scan: some columns of the declared table, then metadata.
 *
 * @param columns declared columns that are asked for, in their order
 * @param metadataKeys metadata that is asked for, in its order
 */
record TickRowType(DataType columns, List<String> metadataKeys) {

  /** The type of the rows. */
  DataType type() {
    List<DataTypes.Field> fields = new ArrayList<>(DataType.getFields(columns));
    for (String key : metadataKeys) {
      fields.add(DataTypes.FIELD("$" + key, TickMetadata.of(key).type()));
    }
    return DataTypes.ROW(fields).notNull();
  }

  /** What makes the rows. */
  TradeRows rows() {
    return TradeRows.of(TickSchema.of(columns), metadataKeys);
  }
}
