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
    return text().fitted(column.value());
  }

  /** How it shows a text. */
  DeclaredText text() {
    return DeclaredText.of(type);
  }

  /** Whether it shows the contract code, perhaps cut or filled up. */
  boolean isContract() {
    return column.field() == TradeField.CONTRACT;
  }
}
