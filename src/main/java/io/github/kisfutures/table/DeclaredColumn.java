package io.github.kisfutures.table;

import io.github.kisfutures.market.TradeField;
import org.apache.flink.table.types.logical.LogicalType;

/**
 * A column of a declared table.
 *
 * @param name as declared, perhaps KIS's
 * @param column what it shows
 * @param type as declared, and accepted
 */
record DeclaredColumn(String name, TickColumn column, LogicalType type) {
  TradeValue value() {
    return DeclaredText.fitted(column.value(), type);
  }

  /** Whether a comparison of this column with a text says which contracts are wanted. */
  boolean isContract() {
    return column.field() == TradeField.CONTRACT && DeclaredText.holdsContracts(type);
  }
}
