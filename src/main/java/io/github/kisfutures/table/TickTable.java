package io.github.kisfutures.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.table.types.DataType;

/**
 * A tick table as declared, and accepted.
 *
 * @param declared type of its physical columns
 * @param columns what they show
 */
record TickTable(DataType declared, List<DeclaredColumn> columns) {

  /**
   * Of a declared type.
   *
   * @throws org.apache.flink.table.api.ValidationException naming the column, if one is wrong
   */
  TickTable(DataType declared) {
    this(declared, TickSchema.of(declared));
  }

  /** The columns that show contract codes, by name, and how they show them. */
  Map<String, DeclaredText> contractColumns() {
    return columns.stream()
        .filter(DeclaredColumn::isContract)
        .collect(Collectors.toUnmodifiableMap(DeclaredColumn::name, DeclaredColumn::text));
  }
}
